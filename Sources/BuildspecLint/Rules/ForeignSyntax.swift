import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Files of other build systems.
enum ForeignSyntax: Rule {
  static let info = RuleInfo(
    "BS116", "foreign-syntax", .warning,
    summary: "The file is written for another build system.",
    why: """
      Other systems have other keys for the same things. CodeBuild knows none of them, so that nothing \
      of the file would run.
      """,
    bad: """
      stages:
        - test
      unit:
        stage: test
        script:
          - make test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      """,
    source: "Documentation of the systems; public buildspecs with keys of Amplify and of GitLab.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let root = file.mappingRoot?.node, root["phases"] == nil, root["batch"] == nil,
      let (system, key) = system(of: root)
    else { return [] }
    return [
      finding(
        "this looks like a file for \(system.name)", at: key.range,
        help: "in a buildspec \(system.mapping)")
    ]
  }

  private enum System {
    case actions, circleCI, azure, gitLab, bitbucket, travis, amplify

    var name: String {
      switch self {
      case .actions: "GitHub Actions"
      case .circleCI: "CircleCI"
      case .azure: "Azure Pipelines"
      case .gitLab: "GitLab CI"
      case .bitbucket: "Bitbucket Pipelines"
      case .travis: "Travis CI"
      case .amplify: "Amplify"
      }
    }

    /// What the keys are called here, as the end of a sentence.
    var mapping: String {
      switch self {
      case .actions, .circleCI, .azure, .bitbucket:
        "the steps are items of `commands` under `phases`, `build`"
      case .gitLab, .travis: "`script` is `commands` under `phases`, `build`"
      case .amplify: "`phases` stands at the top; `preBuild` is `pre_build`"
      }
    }
  }

  private static func system(of root: YAMLNode) -> (System, YAMLNode)? {
    if let jobs = root.pair("jobs"), jobs.value.mapping != nil {
      if root["on"] != nil { return (.actions, jobs.key) }
      if root["workflows"] != nil || root["orbs"] != nil { return (.circleCI, jobs.key) }
    }
    if let pair = root.pair("pipelines"),
      pair.value["default"] != nil || pair.value["branches"] != nil
    {
      return (.bitbucket, pair.key)
    }
    if let steps = root.pair("steps"), root["pool"] != nil || root["trigger"] != nil {
      return (.azure, steps.key)
    }
    for name in ["frontend", "backend"] {
      if let pair = root.pair(name), pair.value["phases"] != nil { return (.amplify, pair.key) }
    }
    if let pair = root.pair("applications"), pair.value.sequence?.first?["appRoot"] != nil {
      return (.amplify, pair.key)
    }
    if let pair = root.pair("script"), root["language"] != nil { return (.travis, pair.key) }
    let job = root.mapping?.first {
      $0.value["script"] != nil && PhaseName(rawValue: $0.key.scalar?.text ?? "") == nil
    }
    return job.map { (.gitLab, $0.key) }
  }
}
