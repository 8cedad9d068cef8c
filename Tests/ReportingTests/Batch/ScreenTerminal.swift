import BuildExecution
import Synchronization

/// A terminal of some size, for both streams.
final class ScreenTerminal: Terminal {
  private struct State {
    var screen: Screen
    var rows: Int
    var writes = 0
  }

  private let state: Mutex<State>

  init(columns: Int, rows: Int) {
    state = Mutex(State(screen: Screen(columns: columns, rows: rows), rows: rows))
  }

  var screen: Screen { state.withLock { $0.screen } }
  var writes: Int { state.withLock { $0.writes } }

  func isInteractive(_ stream: StandardStream) -> Bool { true }

  func size() -> TerminalSize? {
    state.withLock { TerminalSize(columns: $0.screen.columns, rows: $0.rows) }
  }

  func resize(to columns: Int) { state.withLock { $0.screen.resize(to: columns) } }

  /// Shows what somebody types.
  func type(_ text: String) { state.withLock { $0.screen.write(text) } }

  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws {
    state.withLock { state in
      state.screen.write(String(decoding: bytes, as: UTF8.self))
      state.writes += 1
    }
  }
}
