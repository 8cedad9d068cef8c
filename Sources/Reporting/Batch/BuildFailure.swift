/// Why a build of a batch failed, as its events tell it.
struct BuildFailure {
  /// In one line; empty when the status says all.
  var reason: String {
    didSet { reason = Self.firstLine(reason) }
  }
  /// The script that failed; `nil` where it was no command.
  var command: String?
  /// The last lines of what the command wrote, without what steers a terminal.
  var lines: [String]

  init(reason: String, command: String? = nil, lines: [String] = []) {
    self.reason = Self.firstLine(reason)
    self.command = command
    self.lines = lines
  }

  /// The command and the end of its output.
  var excerpt: [String] {
    (command.map { ["$ \(Self.firstLine($0))"] } ?? []) + lines
  }

  static func firstLine(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    return PlainText.name(String(lines.first ?? "")) + (lines.count > 1 ? " …" : "")
  }
}
