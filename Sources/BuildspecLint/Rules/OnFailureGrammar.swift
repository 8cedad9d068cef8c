import BuildspecModel
import Diagnostics

/// Values of `on-failure` that are none.
enum OnFailureGrammar: Rule {
  static let info = RuleInfo(
    "BS209", "on-failure-grammar", .error,
    summary: "`on-failure` has a value that it does not take.",
    why: """
      `on-failure` takes ABORT, CONTINUE, RETRY, RETRY-<count>, RETRY-<regex> or \
      RETRY-<count>-<regex>, with a count of 0 to 100 and a regular expression that the error \
      message must match.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          on-failure: STOP
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          on-failure: ABORT
          commands:
            - make
      """,
    source: "Buildspec reference, phases/on-failure.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.buildspec.phases.compactMap { phase in
      phase.onFailure.flatMap { $0.value.hasVariable ? variable($0) : check($0) }
    }
  }

  private static func check(_ value: Located<String>) -> Diagnostic? {
    switch OnFailure(value.value) {
    case .retry(_, let pattern): return regex(pattern, value)
    case .abort, .continue: return nil
    case nil: return unknown(value)
    }
  }

  /// `$` ends a regular expression, but elsewhere it may stand for a variable: then only the regex
  /// is looked at.
  private static func variable(_ value: Located<String>) -> Diagnostic? {
    guard case .retry(_, let pattern) = OnFailure(value.value) else { return nil }
    return regex(pattern, value)
  }

  private static func regex(_ pattern: String, _ value: Located<String>) -> Diagnostic? {
    RegexSyntax.fault(in: pattern).map { fault in
      finding(
        "`\(pattern.shown)` is no regular expression: \(fault)", at: value.range,
        severity: .warning, help: "put a `\\` before signs that stand for themselves")
    }
  }

  private static func unknown(_ value: Located<String>) -> Diagnostic {
    let text = value.value
    let isRetry = text.uppercased().hasPrefix("RETRY-")
    if isRetry, text.utf8.count > "RETRY-".utf8.count {
      return finding(
        "`\(text.shown)` asks for more than \(ServiceLimits.retries) retries", at: value.range,
        help: "a count is a number from 0 to \(ServiceLimits.retries)")
    }
    let meant = Suggestion.nearest(to: text, in: ["ABORT", "CONTINUE", "RETRY"])
    return finding(
      "`\(text.shown)` is not a value of `on-failure`", at: value.range,
      help: meant.map { "did you mean `\($0)`?" }
        ?? "use ABORT, CONTINUE, RETRY, RETRY-<count>, RETRY-<regex> or RETRY-<count>-<regex>",
      fix: meant.map { .rename(value.range, to: $0) })
  }
}
