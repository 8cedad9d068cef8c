import BuildspecModel
import Diagnostics

/// Builds that wait for themselves.
enum SelfDependency: Rule {
  static let info = RuleInfo(
    "BS706", "self-dependency", .error,
    summary: "A build depends on itself.",
    why: "It could never start.",
    bad: """
      version: 0.2
      batch:
        build-graph:
          - identifier: test
            depend-on: [test]
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-graph:
          - identifier: test
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, build-graph/depend-on.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.batch?.graph ?? []).flatMap { build in
      build.dependsOn.filter { $0.value == build.identifier?.value }.map { name in
        finding("`\(name.value.shown)` depends on itself", at: name.range, help: "remove it")
      }
    }
  }
}
