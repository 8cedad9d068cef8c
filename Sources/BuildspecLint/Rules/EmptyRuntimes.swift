import BuildspecModel
import Diagnostics
import YAMLSyntax

/// `runtime-versions` without any runtime.
enum EmptyRuntimes: Rule {
  static let info = RuleInfo(
    "BS303", "empty-runtimes", .warning,
    summary: "`runtime-versions` selects nothing.",
    why: """
      The reference wants at least one runtime when the key is there. Without one the versions \
      are those of the image, and they change with the image.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
        build:
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
      guard let pair = phase.value.pair("runtime-versions"),
        pair.value.isNull || pair.value.mapping?.isEmpty == true
      else { return nil }
      return finding(
        "`runtime-versions` names no runtime", at: pair.key.range,
        help: "add a line such as `nodejs: 22`, indented below it, or remove the key")
    }
  }
}
