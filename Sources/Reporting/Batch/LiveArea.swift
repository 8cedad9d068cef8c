import BuildExecution

/// The last lines of a terminal, which are written again and again in place, below lines that stay.
struct LiveArea {
  /// A line that stays, or one for standard error.
  enum Item {
    case line(String)
    case note(String)
  }

  private var output: RunOutput
  private var drawn: [TreeFrame.Line] = []
  private var isCursorHidden = false

  init(output: RunOutput) {
    self.output = output
  }

  /// Writes lines that stay and below them `lines`, instead of what was there: nothing when that is the
  /// same, else in one piece, unless something goes to standard error.
  mutating func draw(_ lines: [TreeFrame.Line], below items: [Item], size: TerminalSize) {
    guard !items.isEmpty || lines != drawn else { return }
    var text = isCursorHidden ? "" : "\u{1B}[?25l"
    isCursorHidden = true
    text += toBegin(size)
    if !items.isEmpty { text = stay(items, after: text + "\u{1B}[J") }
    // A terminal that counts the columns of a character in another way must not break the line.
    text += "\u{1B}[?7l"
    text += lines.map { $0.text + "\u{1B}[K" }.joined(separator: "\n")
    // What is typed meanwhile, such as `^C`, is shown at the begin of the line, where it breaks none.
    text += "\u{1B}[J\r\u{1B}[?7h"
    drawn = lines
    send(text)
  }

  /// Removes the lines, writes some that stay, and gives the terminal back as it was.
  mutating func end(with items: [Item], size: TerminalSize) {
    var text = drawn.isEmpty ? "" : toBegin(size) + "\u{1B}[J"
    drawn = []
    text = stay(items, after: text)
    if isCursorHidden { text += "\u{1B}[?25h" }
    isCursorHidden = false
    send(text)
  }

  /// From the begin of the last line to that of the first. A terminal that has become narrower has broken
  /// lines.
  private func toBegin(_ size: TerminalSize) -> String {
    let columns = max(1, size.columns)
    let above = drawn.dropLast().map { max(1, ($0.width + columns - 1) / columns) }
    let up = min(above.reduce(0, +), size.rows - 1)
    return up > 0 ? "\r\u{1B}[\(up)A" : "\r"
  }

  /// - Returns: what is still to be written.
  private mutating func stay(_ items: [Item], after text: String) -> String {
    var text = text
    for item in items {
      switch item {
      case .line(let line): text += line + "\n"
      case .note(let note):
        send(text)
        text = ""
        output.note(note)
      }
    }
    return text
  }

  private mutating func send(_ text: String) {
    output.write(text)
    output.flush()
  }
}
