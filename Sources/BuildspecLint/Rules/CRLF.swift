import BuildspecModel
import Diagnostics

/// Files with the line ends of Windows.
enum CRLF: OptionalRule {
  static let info = RuleInfo(
    "BS005", "crlf", .info,
    summary: "The lines of the file end as on Windows.",
    why: """
      YAML takes both ends for the same, so the build does not change. Scripts beside the file that are \
      checked out the same way fail with `not found`.
      """,
    bad: "version: 0.2\r\nphases:\r\n  build:\r\n    commands:\r\n      - make\r\n",
    good: "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n",
    source: "YAML 1.1, line breaks.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let bytes = file.source.bytes
    var edits: [TextEdit] = []
    var start = 0
    while let offset = ByteSearch.first(0x0D, in: bytes, from: start) {
      start = offset + 1
      guard start < bytes.count, bytes[start] == 0x0A else { continue }
      edits.append(TextEdit(range: SourceRange(start: offset, end: start), replacement: ""))
    }
    guard let first = edits.first else { return [] }
    return [
      finding(
        "\(edits.count == 1 ? "a line ends" : "\(edits.count) lines end") with CR LF",
        at: first.range, help: "use LF alone",
        fix: Fix(title: "use LF alone", safety: .safe, edits: edits))
    ]
  }
}
