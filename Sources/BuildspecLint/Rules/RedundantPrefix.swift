import BuildspecModel
import Diagnostics

/// Paths that start with `./`.
enum RedundantPrefix: Rule {
  static let info = RuleInfo(
    "BS602", "redundant-prefix", .info,
    summary: "A path of an artifact or a report starts with `./`.",
    why: "Paths are taken from the root of the source, or from `base-directory`, without it.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - ./app.jar
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - app.jar
      """,
    source: "Buildspec reference, artifacts/files.")

  static var subject: RuleSubject { .paths }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.patterns.compactMap { path in
      guard path.value.utf8.starts(with: "./".utf8), path.value.utf8.count > 2 else { return nil }
      return finding(
        "`./` says nothing here", at: path.range, help: "write the path without it",
        fix: fix(path, file))
    }
  }

  private static func fix(_ path: Located<String>, _ file: BuildspecFile) -> Fix? {
    let bytes = file.source.bytes
    let isQuoted = bytes[path.range.start] == 0x22 || bytes[path.range.start] == 0x27
    let start = path.range.start + (isQuoted ? 1 : 0)
    let prefix = SourceRange(start: start, end: start + 2)
    guard prefix.end < path.range.end, file.source.text(prefix) == "./" else { return nil }
    // Without quotes the rest must not start with a sign of YAML's.
    guard isQuoted || EnvironmentName.isPart(bytes[prefix.end]) else { return nil }
    return .replace(prefix, with: "", "take it out", .safe)
  }
}
