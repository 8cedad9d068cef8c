import BuildspecModel
import Diagnostics

/// Sizes that CodeBuild does not know.
enum BadComputeType: Rule {
  static let info = RuleInfo(
    "BS711", "bad-compute-type", .warning,
    summary: "`compute-type` names a size that the API of CodeBuild does not have.",
    why: """
      The API has a fixed set of compute types, and a build with another one is not started. The \
      documentation also shows short forms, which the API does not have.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              compute-type: BUILD_GENERAL1_TINY
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
              compute-type: BUILD_GENERAL1_SMALL
      phases:
        build:
          commands:
            - make
      """,
    source: "ComputeType of the CodeBuild API, botocore 1.43.11.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let types = file.batchEnvironments.compactMap(\.computeType)
    return (types + (file.buildspec.batch?.matrix?.computeTypes ?? [])).compactMap { type in
      guard ComputeType(rawValue: type.value) == nil, !type.value.hasVariable else { return nil }
      let meant = meant(type.value)
      return finding(
        "`\(type.value.shown)` is not a compute type", at: type.range,
        help: meant.map { "did you mean `\($0)`?" }
          ?? "the sizes are \(ComputeType.allCases.filter(\.isGeneral).map(\.rawValue).ticked)",
        fix: meant.map { .rename(type.range, to: $0) })
    }
  }

  private static func meant(_ text: String) -> String? {
    let names = ComputeType.allCases.map(\.rawValue)
    let plain = text.uppercased()
    return names.first { !plain.isEmpty && $0.hasSuffix("_" + plain) }
      ?? Suggestion.nearest(to: text, in: names)
  }
}
