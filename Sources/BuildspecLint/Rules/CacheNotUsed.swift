import BuildspecModel
import Diagnostics

/// `cache` in a project that keeps nothing of it.
enum CacheNotUsed: Rule {
  static let info = RuleInfo(
    "BS628", "cache-not-used", .warning,
    summary: "The buildspec has `cache`, but the project keeps nothing of it.",
    why: """
      The section counts only when the project has a cache in S3, or a local one with the mode \
      LOCAL_CUSTOM_CACHE. Lambda compute has no cache, and a local one does not work in a VPC, on \
      GPUs and on BUILD_GENERAL1_2XLARGE. Needs `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        paths:
          - /root/.npm/**/*
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      """,
    project: """
      {"source": {"type": "GITHUB"}, "cache": {"type": "NO_CACHE"}}
      """,
    source: "Buildspec reference, cache; CodeBuild user guide, cache builds and Lambda compute.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, let cache = file.buildspec.cache,
      let reason = reason(project, file)
    else { return [] }
    return [finding(reason.message, at: cache.range, help: reason.help)]
  }

  private static func reason(
    _ project: BuildProject, _ file: BuildspecFile
  ) -> (message: String, help: String)? {
    if project.isLambda == true, file.keepsImage {
      return ("Lambda compute has no cache", "use EC2 compute, or remove the section")
    }
    switch project.cache {
    case nil, .s3: return nil
    case .some(.none):
      return (
        "\(project.shown) has no cache, so nothing is kept",
        "give the project a cache in S3 or a local one, or remove the section"
      )
    case .local(keepsPaths: false):
      return (
        "the local cache of \(project.shown) keeps no paths",
        "add LOCAL_CUSTOM_CACHE to its modes"
      )
    case .local(keepsPaths: true):
      guard let obstacle = obstacle(project) else { return nil }
      return ("a local cache does not work \(obstacle)", "use a cache in S3")
    }
  }

  /// Where a local cache is not to be had.
  private static func obstacle(_ project: BuildProject) -> String? {
    if project.isInVPC == true { return "in a VPC" }
    if project.environmentType == EnvironmentType.linuxGPU.rawValue { return "on GPUs" }
    let large = ComputeType.xxlarge.rawValue
    return project.computeType == large ? "on \(large)" : nil
  }
}
