import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Paths that are no text to YAML.
enum PathNotText: Rule {
  static let info = RuleInfo(
    "BS221", "path-not-text", .info,
    summary: "A path is a boolean or a number to YAML.",
    why: """
      YAML 1.1 reads `1.10`, `404` and `on` without quotes as other things than text. Tools that read \
      or rewrite the file may change the path.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: 1.10
        files:
          - app.jar
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: '1.10'
        files:
          - app.jar
      """,
    source: "YAML 1.1, booleans and numbers.")

  static var subject: RuleSubject { .paths }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    var paths = file.patterns
    if let artifacts = file.buildspec.artifacts {
      paths += artifacts.sets.compactMap(\.baseDirectory)
    }
    paths += file.buildspec.reports.compactMap(\.baseDirectory)
    return paths.compactMap { path in
      let kind = YAMLScalar(text: path.value, style: .plain).kind
      guard kind != .string, kind != .null, file.source.isPlain(path.range) else { return nil }
      return finding(
        "`\(path.value.shown)` without quotes is \(kind.title) to YAML", at: path.range,
        help: "put the path in quotes", fix: .quote(path.range, in: file.source, .safe))
    }
  }
}
