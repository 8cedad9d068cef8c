import BuildspecModel
import Diagnostics

/// Ignore comments that hide nothing.
enum UnusedIgnore: Rule {
  static let info = RuleInfo(
    "BS919", "unused-ignore", .warning,
    summary: "An ignore comment hides no finding.",
    why: """
      A comment that outlived its finding hides the next one of its kind, which nobody has looked \
      at. A code that no rule has hides nothing at all.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make # buildspec: ignore[BS204] the item was empty once
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "The contract of this tool: docs/command-line.md, ignore comments.")

  /// Nothing: whether a comment is used is known only after all rules; see `Suppressor`.
  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] { [] }

  /// What is wrong with a comment; `used` are the entries that hid a finding, -1 for all rules.
  static func findings(
    for comment: IgnoreComment, used: Set<Int>, in source: SourceText, _ policy: LintPolicy
  ) -> [Diagnostic] {
    if let fault = comment.fault { return [broken(comment, fault)] }
    let removal = removal(of: comment, in: source)
    if comment.isBlanket {
      guard used.isEmpty else { return [] }
      let message = "this comment hides no finding"
      return [finding(message, at: comment.range, help: removal.title, fix: removal)]
    }
    let idle = comment.entries.indices.filter { index in
      !used.contains(index) && isJudged(comment.entries[index], policy)
    }
    let isAll =
      idle.count == comment.entries.count
      && !idle.contains { meant(comment.entries[$0]) != nil }
    return idle.map { index in
      finding(comment.entries[index], fix: isAll ? removal : shortening(comment, without: index))
    }
  }

  private static func broken(_ comment: IgnoreComment, _ fault: IgnoreComment.Fault) -> Diagnostic {
    let help = "write `# buildspec: ignore[BS401] reason`"
    return switch fault {
    case .openList: finding("the list of rules has no end", at: comment.range, help: help)
    case .emptyList: finding("the list of rules is empty", at: comment.range, help: help)
    case .unknownWord(let word, let meant):
      finding(
        "`\(word.shown)` is no word for this tool", at: comment.range,
        help: "did you mean `\(meant)`?")
    }
  }

  /// Rules that are off find nothing, and neither does ShellCheck when it was not asked.
  private static func isJudged(_ entry: IgnoreComment.Entry, _ policy: LintPolicy) -> Bool {
    guard let rule = RuleCatalog.rule(entry.text) else {
      guard isShellCheck(entry) else { return true }
      return policy.hasShellCheck && ShellCheckCode.rule(entry.text).map(policy.isOn) ?? true
    }
    let identity = rule.info.identity
    return identity != info.identity && policy.isOn(identity)
  }

  private static func isShellCheck(_ entry: IgnoreComment.Entry) -> Bool {
    ShellCheckCode.rule(entry.text) != nil || entry.text.lowercased() == ShellCheckCode.name
  }

  private static func finding(_ entry: IgnoreComment.Entry, fix: Fix) -> Diagnostic {
    guard RuleCatalog.rule(entry.text) == nil, !isShellCheck(entry) else {
      return finding(
        "no finding of `\(entry.text.shown)` is here to hide", at: entry.range, help: fix.title,
        fix: fix)
    }
    let meant = meant(entry)
    return finding(
      "no rule is called `\(entry.text.shown)`", at: entry.range,
      help: meant.map { "did you mean `\($0)`?" } ?? "see `buildspec rules`",
      fix: meant.map { .rename(entry.range, to: $0) } ?? fix)
  }

  /// The rule that was probably meant by a word that is none.
  private static func meant(_ entry: IgnoreComment.Entry) -> String? {
    guard RuleCatalog.rule(entry.text) == nil, !isShellCheck(entry) else { return nil }
    let names = RuleCatalog.rules.flatMap { [$0.info.identity.name, $0.info.identity.code] }
    return Suggestion.nearest(to: entry.text, in: names)
  }

  /// Takes the comment out, with its line when nothing else stands there.
  private static func removal(of comment: IgnoreComment, in source: SourceText) -> Fix {
    let number = source.lines.line(at: comment.range.start)
    let line = source.range(ofLine: number)
    var start = comment.range.start
    while start > line.start, [0x20, 0x09].contains(source.bytes[start - 1]) { start -= 1 }
    let isAlone = start == line.start
    let end = isAlone && number < source.lines.count ? source.lines.starts[number] : line.end
    return .replace(SourceRange(start: start, end: end), with: "", "remove the comment", .safe)
  }

  private static func shortening(_ comment: IgnoreComment, without index: Int) -> Fix {
    let entries = comment.entries
    let range =
      index + 1 < entries.count
      ? SourceRange(start: entries[index].range.start, end: entries[index + 1].range.start)
      : SourceRange(
        start: index > 0 ? entries[index - 1].range.end : entries[index].range.start,
        end: entries[index].range.end)
    return .replace(range, with: "", "remove it from the list", .safe)
  }
}
