import BuildspecModel
import Diagnostics

/// Files that do not end with a line break.
enum FinalNewline: OptionalRule {
  static let info = RuleInfo(
    "BS910", "final-newline", .info,
    summary: "The file does not end with a line break.",
    why: """
      POSIX calls only what ends with a line break a line. Without it a tool that appends to the file \
      spoils the last line, and every diff shows it as changed.
      """,
    bad: "version: 0.2\nphases:\n  build:\n    commands:\n      - make",
    good: "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n",
    source: "POSIX, definition of a line.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.isReadable, let last = file.source.bytes.last, last != 0x0A, last != 0x0D else {
      return []
    }
    let end = SourceRange(at: file.source.bytes.count)
    return [
      finding(
        "the file does not end with a line break", at: end,
        fix: Fix(
          title: "add it", safety: .safe,
          edits: [TextEdit(range: end, replacement: "\n")]))
    ]
  }
}
