import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Files without phases.
enum MissingPhases: Rule {
  static let info = RuleInfo(
    "BS104", "missing-phases", .error,
    summary: "`phases` is missing.",
    why: """
      Without phases there is nothing to run. Only a batch file whose builds all name another \
      buildspec can do without.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          A: b
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, phases; batch buildspec reference.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let root = file.mappingRoot, root.node["phases"] == nil, !isBatchOnly(file),
      !hasMisplacedPhases(root.node)
    else { return [] }
    return [
      finding(
        "`phases` is missing", at: root.firstKey,
        help: "add `phases:` with at least one of install, pre_build, build and post_build")
    ]
  }

  private static func isBatchOnly(_ file: BuildspecFile) -> Bool {
    guard let batch = file.buildspec.batch else { return false }
    if let matrix = batch.matrix { return !matrix.buildspecs.isEmpty }
    return !batch.builds.isEmpty && batch.builds.allSatisfy { $0.buildspec != nil }
  }

  /// `PhaseOutsidePhases` speaks of these.
  private static func hasMisplacedPhases(_ root: YAMLNode) -> Bool {
    PhaseName.allCases.contains { root[$0.rawValue] != nil }
  }
}
