import BuildspecModel
import Diagnostics

/// Files that start with a byte order mark.
enum BOM: Rule {
  static let info = RuleInfo(
    "BS004", "bom", .info,
    summary: "The file starts with a byte order mark.",
    why: """
      UTF-8 has no byte order. Some editors write the mark, nobody sees it, and not every tool that \
      reads YAML expects it.
      """,
    bad: "\u{FEFF}version: 0.2\nphases:\n  build:\n    commands:\n      - make\n",
    good: "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n",
    source: "The Unicode Standard, 2.6: a mark is neither required nor recommended for UTF-8.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.source.bytes.first == 0xEF, file.source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return []
    }
    let mark = SourceRange(start: 0, end: 3)
    return [
      finding(
        "the file starts with a byte order mark", at: mark, help: "save it as UTF-8 without one",
        fix: .replace(mark, with: "", "take it out", .safe))
    ]
  }
}
