import BuildspecModel
import Diagnostics

/// Cache keys that are always the same.
enum StaticCacheKey: Rule {
  static let info = RuleInfo(
    "BS619", "static-cache-key", .warning,
    summary: "The key of the cache is always the same.",
    why: """
      A cache with a key is written once and never again. With a key that never changes, the \
      first build's files are restored for ever.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm
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
        paths:
          - /root/.npm/**/*
      """,
    source: "CodeBuild user guide, cache builds: the copy of a key is never updated.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let cache = file.buildspec.cache, let key = cache.key, !isVariable(key.value),
      cache.action?.value != "restore"
    else { return [] }
    return [
      finding(
        "`\(key.value.shown)` never changes, so this cache is written once and never updated",
        at: key.range,
        help: "add what it depends on, such as `$(codebuild-hash-files package-lock.json)`")
    ]
  }

  /// The shell of the build puts something in: `$X`, `$(…)`, a command in backticks, or `%X%`.
  private static func isVariable(_ key: String) -> Bool {
    key.utf8.contains { "$`%".utf8.contains($0) }
  }
}
