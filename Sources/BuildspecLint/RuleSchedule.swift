import BuildspecModel
import Diagnostics

/// Shows a file to the rules that it concerns.
struct RuleSchedule {
  /// The rules that run unless somebody turns them off.
  static let standard = RuleSchedule(RuleCatalog.standard)

  /// Plain values, so that the walk along them counts no references.
  private struct Entry {
    var rule: any Rule.Type
    var content: FileContent
    var isProject: Bool
    var words: WordFinder.Group
  }

  private var entries: [Entry] = []
  private var finder = WordFinder()
  /// What only commands for Windows have.
  let windowsSigns: WordFinder.Group

  private init(_ rules: [any Rule.Type]) {
    for rule in rules {
      let subject = rule.subject
      entries.append(
        Entry(
          rule: rule, content: subject.content, isProject: subject.isProject,
          words: finder.add(subject.words)))
      _ = finder.add(rule.fileWords)
    }
    windowsSigns = finder.add(ShellDialect.windowsSigns)
  }

  /// The words of the rules that a file has anywhere.
  func words(in source: SourceText) -> WordFinder.Found { finder.find(in: source.bytes) }

  /// Whether a word is among those that were found; `nil` when no rule has named it.
  func isFound(_ word: StaticString, in words: WordFinder.Found) -> Bool? {
    finder.isFound(word, in: words)
  }

  /// The findings of all rules, in the order of the catalogue.
  func findings(in file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let content = file.content
    let hasProject = context.project != nil
    let words = context.shell?.words ?? self.words(in: file.source)
    var findings: [Diagnostic] = []
    for entry in entries {
      guard content.contains(entry.content), hasProject || !entry.isProject,
        entry.words.isEmpty || words.hasAny(of: entry.words)
      else { continue }
      let found = entry.rule.check(file, context)
      if !found.isEmpty { findings += found }
    }
    return findings
  }
}
