import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Backslashes that do not join lines.
enum TrailingSpaceContinuation: ShellRule {
  static let info = RuleInfo(
    "BS418", "trailing-space-continuation", .error,
    summary: "A blank after the `\\` at the end of a line keeps it from joining the next one.",
    why: """
      The shell joins two lines only when the backslash is the very last character. With a \
      blank behind it the command ends there, with a blank as its last argument, and the next \
      line is a command of its own.
      """,
    bad: "version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        docker build \\ \n"
      + "          -t app .\n",
    good: "version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        docker build \\\n"
      + "          -t app .\n",
    source: "POSIX shell, escape character; ShellCheck SC1101.")

  static let signs: [StaticString] = ["\\ ", "\\\t"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.flatMap { item -> [Diagnostic] in
      guard item.command.style == .literal, item.holds(signs) else { return [] }
      return places(item).map { place in
        finding(
          "a blank after this backslash keeps the lines apart",
          at: item.range(of: SourceRange(start: place.start, end: place.start + 1)),
          help: "remove the blanks at the end of the line",
          fix: .replace(
            item.range(of: SourceRange(start: place.start + 1, end: place.end)), with: "",
            "remove the blanks", .safe))
      }
    }
  }

  /// Each backslash with the blanks behind it, where a line follows.
  private static func places(_ item: ShellItem) -> [SourceRange] {
    let bytes = Array(item.command.text.utf8)
    return item.commands.compactMap { command in
      guard let word = command.words.last, command.words.count > 1, word.range.count >= 2,
        case .literal(let blank)? = word.parts.last, blank == " " || blank == "\t"
      else { return nil }
      let start = word.range.end - 2
      guard bytes[start] == UInt8(ascii: "\\") else { return nil }
      var end = word.range.end
      while end < bytes.count, isBlank(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == 0x0A,
        bytes[end...].contains(where: { !isBlank($0) && $0 != 0x0A })
      else { return nil }
      return SourceRange(start: start, end: end)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
