import BuildspecModel
import Diagnostics
import ShellSyntax

/// The old form of a command substitution.
enum Backticks: ShellRule, OptionalRule {
  static let info = RuleInfo(
    "BS423", "backticks", .info,
    summary: "Backticks are used in place of `$(…)`.",
    why: """
      Backticks cannot be nested without escapes and are easily taken for quotes. One finding a \
      file; more places are shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo `date`
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - echo $(date)
      """,
    source: "POSIX shell, command substitution; ShellCheck SC2006.")

  static let signs: [StaticString] = ["`"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [SourceRange] = []
    var edits: [TextEdit] = []
    for item in shell.items where item.holds("`") {
      let text = Array(item.command.text.utf8)
      for range in ranges(in: item) {
        places.append(item.range(of: range))
        edits += fix(range, text, item)
      }
    }
    return finding(
      "backticks are the old form of `$(…)`", atAll: places, help: "write `$(…)`",
      fix: edits.isEmpty ? nil : Fix(title: "write `$(…)`", safety: .safe, edits: edits))
  }

  private static func ranges(in item: ShellItem) -> [SourceRange] {
    var ranges: [SourceRange] = []
    for command in item.commands {
      command.forEachWord { visit($0.parts, &ranges) }
    }
    return ranges
  }

  private static func visit(_ parts: [ShellWord.Part], _ ranges: inout [SourceRange]) {
    for part in parts {
      switch part {
      case .substitution(_, isBacktick: true, let range): ranges.append(range)
      case .doubleQuoted(let inner): visit(inner, &ranges)
      default: break
      }
    }
  }

  /// None where an escape has another meaning in the new form.
  private static func fix(_ range: SourceRange, _ text: [UInt8], _ item: ShellItem) -> [TextEdit] {
    let inner = text[(range.start + 1)..<max(range.start + 1, range.end - 1)]
    guard range.count > 2, text[range.end - 1] == UInt8(ascii: "`"),
      inner.first != UInt8(ascii: "("), !inner.contains(where: { "\\`#".utf8.contains($0) })
    else { return [] }
    let first = SourceRange(start: range.start, end: range.start + 1)
    let last = SourceRange(start: range.end - 1, end: range.end)
    return [
      TextEdit(range: item.range(of: first), replacement: "$("),
      TextEdit(range: item.range(of: last), replacement: ")"),
    ]
  }
}
