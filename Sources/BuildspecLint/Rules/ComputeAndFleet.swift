import BuildspecModel
import Diagnostics

/// Builds with both a size and a fleet.
enum ComputeAndFleet: Rule {
  static let info = RuleInfo(
    "BS710", "compute-and-fleet", .error,
    summary: "A build of the batch has both `compute-type` and `fleet`.",
    why: "A fleet has machines of its own size, so the two exclude each other.",
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              compute-type: BUILD_GENERAL1_SMALL
              fleet: builders
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              fleet: builders
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, env/fleet.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.batchEnvironments.compactMap { env in
      guard let type = env.computeType, let fleet = env.fleet else { return nil }
      return finding(
        "a build cannot have both `compute-type` and `fleet`",
        at: max(type.range, fleet.range),
        related: [RelatedLocation(range: min(type.range, fleet.range), message: "the other one")],
        help: "remove one of them")
    }
  }
}
