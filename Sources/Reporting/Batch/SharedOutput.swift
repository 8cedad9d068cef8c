import BuildExecution
import Synchronization

/// The output of a report, to which the reports of several builds write in turns.
final class SharedOutput: Terminal {
  private let output: Mutex<RunOutput>

  init(_ output: RunOutput) {
    self.output = Mutex(output)
  }

  func isInteractive(_ stream: StandardStream) -> Bool { false }

  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) {
    output.withLock { output in
      switch stream {
      case .output: output.write(bytes)
      case .error: output.note(bytes)
      }
    }
  }

  func write(_ text: String) { output.withLock { $0.write(text) } }

  /// A line for standard error.
  func note(_ line: String) { output.withLock { $0.note(line) } }

  func flush() { output.withLock { $0.flush() } }
}
