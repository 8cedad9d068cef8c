package import BuildExecution

/// Writes a report of a run. Short pieces are gathered; `flush` is called where a person would wait.
package struct RunOutput: Sendable {
  private static let limit = 64 * 1024

  private let terminal: any Terminal
  private let onClosed: @Sendable () -> Void
  private var buffer: [UInt8] = []
  private var isClosed = false
  /// Whether the next byte begins a line.
  private(set) var isAtLineStart = true

  /// - Parameter onClosed: called once, when nobody reads the output any more.
  package init(terminal: any Terminal, onClosed: @escaping @Sendable () -> Void) {
    self.terminal = terminal
    self.onClosed = onClosed
  }

  mutating func write(_ text: String) {
    guard let last = text.utf8.last else { return }
    isAtLineStart = last == UInt8(ascii: "\n")
    buffer += text.utf8
    if buffer.count >= Self.limit { flush() }
  }

  /// Bytes of a command, as they are.
  mutating func write(_ bytes: ArraySlice<UInt8>) {
    guard let last = bytes.last else { return }
    isAtLineStart = last == UInt8(ascii: "\n")
    if bytes.count < 4 * 1024 {
      buffer += bytes
    } else {
      flush()
      send(bytes, to: .output)
    }
  }

  mutating func endLine() {
    if !isAtLineStart { write("\n") }
  }

  mutating func flush() {
    guard !buffer.isEmpty else { return }
    send(buffer[...], to: .output)
    buffer.removeAll(keepingCapacity: true)
  }

  /// A line for standard error, in its place between the lines of standard output.
  mutating func note(_ line: String) { note(Array("\(line)\n".utf8)[...]) }

  /// Whole lines for standard error.
  mutating func note(_ lines: ArraySlice<UInt8>) {
    flush()
    send(lines, to: .error)
  }

  private mutating func send(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) {
    guard !isClosed || stream == .error else { return }
    do {
      try terminal.write(bytes, to: stream)
    } catch  where stream == .output {
      isClosed = true
      onClosed()
    } catch {}
  }
}
