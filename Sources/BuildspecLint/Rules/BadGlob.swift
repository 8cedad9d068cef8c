import BuildspecModel
import Diagnostics

/// Patterns whose brackets do not match.
enum BadGlob: Rule {
  static let info = RuleInfo(
    "BS622", "bad-glob", .warning,
    summary: "A file pattern has an open bracket, or three asterisks in a row.",
    why: "Such a pattern is no pattern of any tool: at best it matches nothing.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - 'out/***/app.jar'
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - 'out/**/app.jar'
      """,
    source: "Buildspec reference, artifacts/files: patterns have `*` and `**`.")

  static var subject: RuleSubject { .paths }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.patterns.compactMap { pattern in
      guard let fault = fault(pattern.value) else { return nil }
      return finding(fault, at: pattern.range, help: "`*` stays in a directory, `**` does not")
    }
  }

  private static func fault(_ pattern: String) -> String? {
    // Most patterns have none of these.
    guard pattern.utf8.contains(where: { "[]{}".utf8.contains($0) }) || pattern.holds("***"),
      !pattern.isPlaceholder || pattern.holds("***"), !pattern.hasVariable
    else { return nil }
    if pattern.holds("***") { return "`***` is no pattern" }
    var open: [UInt8] = []
    for byte in pattern.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: "]"):
        guard open.popLast() == UInt8(ascii: "[") else { return "`]` has no `[`" }
      case UInt8(ascii: "}"):
        guard open.popLast() == UInt8(ascii: "{") else { return "`}` has no `{`" }
      default: break
      }
    }
    return open.last.map { "`\(Character(UnicodeScalar($0)))` is never closed" }
  }
}
