import BuildspecModel
import Diagnostics

/// Batches of many builds.
enum BatchSize: Rule {
  static let info = RuleInfo(
    "BS715", "batch-size", .info,
    summary: "The batch has more than a hundred builds.",
    why: """
      A project says how many builds a batch may have, and a batch with more fails at once. \
      Builds that all start at the same time also meet the quota of the account. More than 10000 \
      are an error, since this tool does not plan them.
      """,
    bad: """
      version: 0.2
      batch:
        build-matrix:
          dynamic:
            env:
              variables:
                NODE: [18, 20, 22, 24, 26]
                DATABASE: [mysql8, mysql9, postgres16, postgres17, sqlite]
                SUITE: [api, auth, billing, search, web]
      phases:
        build:
          commands:
            - npm test
      """,
    good: """
      version: 0.2
      batch:
        build-matrix:
          dynamic:
            env:
              variables:
                NODE: [22, 24]
                DATABASE: [mysql9, postgres17, sqlite]
                SUITE: [api, auth, billing, search, web]
      phases:
        build:
          commands:
            - npm test
      """,
    source: "CodeBuild API, maximumBuildsAllowed; aws-amplify/amplify-category-api pull 3491.")

  /// From here on it is worth a look; the service itself names no number.
  private static let many = 100

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let batch = file.buildspec.batch else { return [] }
    let count = batch.buildCount
    let shown = count == .max ? "\(count) or more" : "\(count)"
    let place = batch.matrix?.range ?? batch.fanout?.range ?? batch.range
    if count > Batch.buildLimit {
      return [
        finding(
          "this batch has \(shown) builds", at: place, severity: .error,
          help: "no more than \(Batch.buildLimit) are planned here; shorten its lists")
      ]
    }
    if let project = context.project, let limit = project.batch.maximumBuilds {
      guard count > limit else { return [] }
      return [
        finding(
          "this batch has \(count) builds, and \(project.shown) allows \(limit)", at: place,
          severity: .warning, help: "set its `maximumBuildsAllowed` to at least \(count)")
      ]
    }
    guard count > many else { return [] }
    return [
      finding(
        "this batch has \(count) builds", at: place,
        help: "set `maximumBuildsAllowed` of the project to at least \(count)")
    ]
  }
}
