import BuildspecModel
import Diagnostics
import ShellSyntax

/// Publishing after a phase whose failure does not count.
enum ContinueThenPublish: ShellRule {
  static let info = RuleInfo(
    "BS306", "continue-then-publish", .warning,
    summary: "A phase goes on after a failure, and a later one publishes.",
    why: """
      With `on-failure: CONTINUE` the next phase runs although this one failed. A later command \
      that publishes should look at CODEBUILD_BUILD_SUCCEEDING first. For the build phase and \
      post_build deploy-in-post-build says it.
      """,
    bad: """
      version: 0.2
      phases:
        pre_build:
          on-failure: CONTINUE
          commands:
            - npm test
        build:
          commands:
            - docker push "$IMAGE"
      """,
    good: """
      version: 0.2
      phases:
        pre_build:
          on-failure: ABORT
          commands:
            - npm test
        build:
          commands:
            - docker push "$IMAGE"
      """,
    source: "Buildspec reference, on-failure.")

  static let signs: [StaticString] = ["on-failure"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    let order = PhaseName.allCases
    for (place, name) in order.enumerated() {
      guard name != .postBuild, let phase = file.buildspec.phase(name),
        let onFailure = phase.onFailure, OnFailure(onFailure.value) == .continue,
        phase.commands?.isEmpty == false
      else { continue }
      let later = shell.items.filter { order[(place + 1)...].contains($0.phase) }
      guard !later.contains(where: { $0.holds("CODEBUILD_BUILD_SUCCEEDING") }),
        let published = firstPublished(later), DeployInPostBuild.check(shell, file).isEmpty
      else { continue }
      return [
        finding(
          "a failure of `\(name.rawValue)` does not keep a later phase from publishing",
          at: onFailure.range,
          related: [RelatedLocation(range: published, message: "published here")],
          help: "use `ABORT`, or test `$CODEBUILD_BUILD_SUCCEEDING` before it")
      ]
    }
    return []
  }

  private static func firstPublished(_ items: [ShellItem]) -> SourceRange? {
    for item in items {
      if let command = item.commands.first(where: DeployInPostBuild.publishes) {
        return item.range(of: command.range)
      }
    }
    return nil
  }
}
