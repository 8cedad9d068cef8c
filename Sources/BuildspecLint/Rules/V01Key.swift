import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Keys of version 0.1 in a 0.2 file.
enum V01Key: Rule {
  static let info = RuleInfo(
    "BS106", "v01-key", .warning,
    summary: "A key of version 0.1 stands in a 0.2 file.",
    why: """
      `environment_variables` became `env`, `plaintext` became `variables`, and \
      `artifacts.type` is gone. In a 0.2 file the old names have no effect.
      """,
    bad: """
      version: 0.2
      environment_variables:
        plaintext:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, buildspec versions.")

  static var subject: RuleSubject { .words(["environment_variables", "type"]) }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let root = file.mappingRoot, !file.buildspec.isVersion01 else { return [] }
    var findings: [Diagnostic] = []
    if let pair = root.node.pair("environment_variables") {
      findings.append(
        finding(
          "`environment_variables` belongs to version 0.1", at: pair.key.range,
          help: "write `env:` with `variables:`",
          fix: root.node["env"] == nil ? fix(pair) : nil))
    }
    if let artifacts = root.node["artifacts"], let pair = artifacts.pair("type") {
      let range = pair.key.range.union(pair.value.range)
      let line = artifacts.mapping?.count == 1 ? nil : file.source.wholeLine(of: range)
      findings.append(
        finding(
          "`type` belongs to version 0.1", at: pair.key.range,
          help: "remove it; the project decides how artifacts are packed",
          fix: line.map { .replace($0, with: "", "remove the line", .safe) }))
    }
    return findings
  }

  /// Unsafe because the build gets variables that it may have done without.
  private static func fix(_ pair: YAMLPair) -> Fix? {
    guard let plaintext = pair.value.pair("plaintext"), pair.value.mapping?.count == 1 else {
      return nil
    }
    return Fix(
      title: "write `env:` with `variables:`", safety: .unsafe,
      edits: [
        TextEdit(range: pair.key.range, replacement: "env"),
        TextEdit(range: plaintext.key.range, replacement: "variables"),
      ])
  }
}
