import BuildspecModel
import Diagnostics
import YAMLSyntax

/// `runtime-versions` in another phase than install.
enum RuntimeOutsideInstall: Rule {
  static let info = RuleInfo(
    "BS302", "runtime-outside-install", .warning,
    summary: "`runtime-versions` stands in another phase than install.",
    why: """
      Runtimes are selected before the first phase, from what the install phase says. Only there \
      is the key documented.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          runtime-versions:
            nodejs: 22
          commands:
            - npm ci
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 22
        build:
          commands:
            - npm ci
      """,
    source: "Buildspec reference, phases/install/runtime-versions.")

  static var subject: RuleSubject { .words(["runtime-versions"]) }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.phasePairs.compactMap { phase in
      guard let name = phase.key.scalar?.text, name != PhaseName.install.rawValue,
        let key = phase.value.pair("runtime-versions")?.key
      else { return nil }
      return finding(
        "`runtime-versions` has no effect in `\(name)`", at: key.range,
        help: "move it to the install phase")
    }
  }
}
