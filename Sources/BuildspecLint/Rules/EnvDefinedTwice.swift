import BuildspecModel
import Diagnostics

/// Variables that two parts of `env` define.
enum EnvDefinedTwice: Rule {
  static let info = RuleInfo(
    "BS505", "env-defined-twice", .warning,
    summary: "Two parts of `env` define the same variable.",
    why: """
      Only one of the values reaches the build, and which one is not documented.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          REGION: eu-west-1
        parameter-store:
          REGION: /shop/region
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        parameter-store:
          REGION: /shop/region
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, env; the order among its parts is not documented.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let env = file.buildspec.env else { return [] }
    // Most files have one part.
    let (plain, stored) = (env.variables.isEmpty, env.parameterStore.isEmpty)
    guard !(plain && stored), !(env.secretsManager.isEmpty && (plain || stored)) else { return [] }
    var seen: [String: (part: Int, range: SourceRange)] = [:]
    var findings: [Diagnostic] = []
    for (part, entries) in [env.variables, env.parameterStore, env.secretsManager].enumerated() {
      for entry in entries {
        let name = entry.name.value
        guard let first = seen[name] else {
          seen[name] = (part, entry.name.range)
          continue
        }
        // Twice in one part is `duplicate-key`.
        guard first.part != part else { continue }
        findings.append(twice(entry, first.range))
      }
    }
    return findings
  }

  private static func twice(_ entry: EnvironmentEntry, _ first: SourceRange) -> Diagnostic {
    finding(
      "`\(entry.name.value.shown)` is defined twice", at: entry.name.range,
      related: [RelatedLocation(range: first, message: "it is defined here too")],
      help: "keep one of the two")
  }
}
