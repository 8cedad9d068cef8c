import BuildspecModel
import Diagnostics
import YAMLSyntax

/// `fallback-keys` without `key`.
enum FallbackWithoutKey: Rule {
  static let info = RuleInfo(
    "BS616", "fallback-without-key", .warning,
    summary: "`fallback-keys` stands without `key`.",
    why: "Fallback keys are tried when no cache has the key; without a key they are ignored.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        fallback-keys:
          - npm-
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
        fallback-keys:
          - npm-
        paths:
          - /root/.npm/**/*
      """,
    source: "Buildspec reference, cache/fallback-keys.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let cache = file.buildspec.cache, cache.key == nil, !cache.fallbackKeys.isEmpty,
      let node = file.document.root?["cache"], let pair = node.pair("fallback-keys"),
      node.lacks("key")
    else { return [] }
    return [
      finding(
        "`fallback-keys` is ignored without `key`", at: pair.key.range,
        help: "add `key:`, or remove `fallback-keys`")
    ]
  }
}
