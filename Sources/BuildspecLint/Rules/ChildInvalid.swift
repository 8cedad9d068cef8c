import BuildspecModel
import Diagnostics

/// Buildspecs of a batch's builds that CodeBuild cannot read.
enum ChildInvalid: Rule {
  static let info = RuleInfo(
    "BS722", "child-invalid", .error,
    summary: "A build of the batch names a buildspec that cannot be run.",
    why: """
      The build fails before its first command, when the batch has already started. The first \
      error of that file is named; ignore comments in it do not count, since CodeBuild does not \
      know them. Where the file can be read but is not what CodeBuild expects, this is a warning.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/broken.yml
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/linux.yml
      """,
    otherFile: ExampleFile(
      path: "ci/broken.yml",
      text: """
        version: 0.2
        phases:
          build:
            commands:
              - echo Result: passed
        """),
    source: "Batch buildspec reference, buildspec; build logs with YAML_FILE_ERROR.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    BatchChild.all(of: file, context).compactMap { child in
      guard let (obstacle, severity) = obstacle(to: child.file) else { return nil }
      let verdict = severity == .error ? "cannot be run" : "may not run"
      return finding(
        "this buildspec \(verdict): \(child.place(of: obstacle.range)): \(obstacle.message)",
        at: child.path.range, severity: severity, related: child.related,
        help: "mend `\(child.path.value.shown)`; `buildspec lint` shows all that is wrong with it",
        codeBuildSays: obstacle.serviceMessage)
    }
  }

  /// The first thing that keeps a file from being run, those that CodeBuild is known to refuse
  /// before others.
  private static func obstacle(to file: BuildspecFile) -> (Diagnostic, Severity)? {
    let obstacles = RunObstacles.find(in: file)
    if let refusal = obstacles.first(where: RunObstacles.isRefusal) { return (refusal, .error) }
    return obstacles.first { isOfBuild($0.rule) }.map { ($0, .warning) }
  }

  /// Whether a single build minds: it reads no `batch`, and our limits are not CodeBuild's.
  private static func isOfBuild(_ rule: RuleIdentity) -> Bool {
    !rule.code.hasPrefix("BS7") && rule != InputLimit.info.identity
  }
}
