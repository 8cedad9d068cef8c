import BuildExecution
import Synchronization

/// Keeps what is written to both streams.
final class MemoryTerminal: Terminal {
  private let streams = Mutex<(output: [UInt8], error: [UInt8], writes: Int)>(([], [], 0))

  var output: String { streams.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var error: String { streams.withLock { String(decoding: $0.error, as: UTF8.self) } }
  /// How often something was written to standard output.
  var writes: Int { streams.withLock { $0.writes } }

  func isInteractive(_ stream: StandardStream) -> Bool { true }

  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws {
    streams.withLock { streams in
      switch stream {
      case .output:
        streams.output += bytes
        streams.writes += 1
      case .error: streams.error += bytes
      }
    }
  }
}
