import BuildspecModel
import Diagnostics

/// Values of `cache.action` that are none.
enum CacheAction: Rule {
  static let info = RuleInfo(
    "BS618", "cache-action", .error,
    summary: "`cache.action` is neither restore nor save.",
    why: "The key takes restore or save; a cache that does both leaves it out.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        action: load
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
        action: restore
        paths:
          - /root/.npm/**/*
      """,
    source: "Buildspec reference, cache/action.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let action = file.buildspec.cache?.action, action.value != "restore",
      action.value != "save", !action.value.hasVariable
    else { return [] }
    let meant = meant(action.value)
    return [
      finding(
        "`\(action.value.shown)` is neither `restore` nor `save`", at: action.range,
        // Whether the service looks at case is not documented.
        severity: meant == action.value.lowercased() ? .warning : .error,
        help: meant.map { "did you mean `\($0)`?" } ?? "for both, leave `action` out",
        fix: meant.map { .rename(action.range, to: $0) })
    ]
  }

  private static func meant(_ text: String) -> String? {
    switch text.lowercased() {
    case "load", "download", "pull", "read": "restore"
    case "store", "upload", "push", "write": "save"
    default: Suggestion.nearest(to: text, in: ["restore", "save"])
    }
  }
}
