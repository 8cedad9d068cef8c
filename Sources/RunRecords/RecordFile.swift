import BuildExecution
import Synchronization
import SystemPackage

/// A file of a record, written through a buffer. The first failure is its last: what comes after is
/// dropped, for a record must never stop a build.
final class RecordFile: Sendable {
  private struct State {
    var writer: (any FileWriter)?
    var buffer: [UInt8] = []
    var count = 0
    var problem: String?

    mutating func write(_ bytes: ArraySlice<UInt8>) {
      do { try writer?.append(bytes) } catch { fail(error) }
    }

    mutating func flush() {
      guard !buffer.isEmpty else { return }
      write(buffer[...])
      buffer.removeAll(keepingCapacity: true)
    }

    mutating func fail(_ error: any Error) {
      problem = problem ?? "\(error)"
      try? writer?.close()
      writer = nil
      buffer = []
    }
  }

  private static let limit = 64 * 1024
  private let state: Mutex<State>

  init(_ path: FilePath, mode: UInt32 = 0o600, files: any Files) throws {
    state = Mutex(State(writer: try files.create(path, mode: mode)))
  }

  /// Bytes that were handed over so far.
  var count: Int { state.withLock { $0.count } }

  /// Why the file is not complete.
  var problem: String? { state.withLock { $0.problem } }

  func append(_ bytes: ArraySlice<UInt8>) {
    state.withLock { state in
      guard state.writer != nil else { return }
      state.count += bytes.count
      if state.buffer.count + bytes.count > Self.limit { state.flush() }
      if bytes.count < Self.limit { state.buffer += bytes } else { state.write(bytes) }
    }
  }

  func flush() { state.withLock { $0.flush() } }

  func close() {
    state.withLock { state in
      state.flush()
      do { try state.writer?.close() } catch { state.problem = state.problem ?? "\(error)" }
      state.writer = nil
    }
  }
}
