import BuildspecModel
import Diagnostics

/// More fallback keys than CodeBuild tries.
enum TooManyFallbacks: Rule {
  static let info = RuleInfo(
    "BS617", "too-many-fallbacks", .error,
    summary: "There are more than five fallback keys.",
    why: "A cache has at most five fallback keys; they are tried in their order.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm-$(codebuild-hash-files package-lock.json)
        fallback-keys: [npm-6, npm-5, npm-4, npm-3, npm-2, npm-1]
        paths:
          - /root/.npm/**/*
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm-$(codebuild-hash-files package-lock.json)
        fallback-keys: [npm-6, npm-5, npm-]
        paths:
          - /root/.npm/**/*
      """,
    source: "Buildspec reference, cache/fallback-keys.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let keys = file.buildspec.cache?.fallbackKeys ?? []
    guard keys.count > ServiceLimits.fallbackKeys else { return [] }
    return [
      finding(
        "\(keys.count) fallback keys, but a cache may have \(ServiceLimits.fallbackKeys)",
        at: keys[ServiceLimits.fallbackKeys].range,
        help: "a key is tried as a prefix: a shorter one finds what several longer ones find")
    ]
  }
}
