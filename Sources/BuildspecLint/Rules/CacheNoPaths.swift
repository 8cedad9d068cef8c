import BuildspecModel
import Diagnostics
import YAMLSyntax

/// `cache` without `paths`.
enum CacheNoPaths: Rule {
  static let info = RuleInfo(
    "BS615", "cache-no-paths", .warning,
    summary: "`cache` has no `paths`.",
    why: """
      The reference requires `paths`. Without them a local cache keeps nothing, and a cache in S3 \
      keeps what CodeBuild thinks a project of this language needs.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm-$(codebuild-hash-files package-lock.json)
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm-$(codebuild-hash-files package-lock.json)
        paths:
          - /root/.npm/**/*
      """,
    source: "Buildspec reference, cache/paths; CodeBuild user guide, cache builds.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let cache = file.buildspec.cache, cache.paths == nil,
      file.document.root?["cache"]?.lacks("paths", slips: ["files"]) == true
    else { return [] }
    return [
      finding(
        "`cache` has no `paths`", at: cache.range, help: "add `paths:` with what is to be kept")
    ]
  }
}
