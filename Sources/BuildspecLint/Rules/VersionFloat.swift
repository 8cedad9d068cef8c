import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Versions that lose their last zero when a tool reads them as a number.
enum VersionFloat: Rule {
  static let info = RuleInfo(
    "BS214", "version-float", .info,
    summary: "A version without quotes ends in 0 and is a number to YAML.",
    why: """
      CodeBuild keeps the text, but to YAML 3.10 without quotes is the number 3.1, and tools that \
      read or rewrite the file take it for that.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            python: 3.10
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            python: "3.10"
        build:
          commands:
            - make
      """,
    source: "YAML 1.1, floats; runtimes.yml of the images has such versions without quotes.")

  static var subject: RuleSubject { .runtimes }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.runtimes.compactMap { entry in
      let text = entry.version.value
      guard losesZero(text), file.source.isPlain(entry.version.range) else { return nil }
      return finding(
        "`\(text)` without quotes is the number \(text.dropLast()) to YAML",
        at: entry.version.range, help: "put the version in quotes",
        fix: .replace(entry.version.range, with: "\"\(text)\"", "put it in quotes", .safe))
    }
  }

  /// Two digits or more behind the point, the last a 0.
  private static func losesZero(_ text: String) -> Bool {
    guard text.utf8.last == UInt8(ascii: "0"),
      let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")),
      text.utf8.distance(from: dot, to: text.utf8.endIndex) > 2
    else { return false }
    return YAMLScalar(text: text, style: .plain).kind == .float
  }
}
