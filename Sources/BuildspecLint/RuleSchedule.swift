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
    var words: WordPairs.Group
  }

  private var entries: [Entry] = []
  private var words = WordPairs()

  private init(_ rules: [any Rule.Type]) {
    for rule in rules {
      let subject = rule.subject
      entries.append(
        Entry(
          rule: rule, content: subject.content, isProject: subject.isProject,
          words: words.add(subject.words)))
    }
  }

  /// The findings of all rules, in the order of the catalogue.
  func findings(in file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let content = file.content
    let hasProject = context.project != nil
    let pairs = context.shell?.pairs ?? .unknown
    var findings: [Diagnostic] = []
    for entry in entries {
      guard content.contains(entry.content), hasProject || !entry.isProject,
        entry.words.isEmpty || pairs.mayHold(entry.words, of: words)
      else { continue }
      let found = entry.rule.check(file, context)
      if !found.isEmpty { findings += found }
    }
    return findings
  }
}
