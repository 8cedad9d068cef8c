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

  /// The findings of all rules for each file, in the order of the catalogue. A rule sees one file
  /// after the other, since its code is at hand in the processor then, which spares some hundredths
  /// of the time.
  func findings(in jobs: [LintJob]) -> [[Diagnostic]] {
    var findings = [[Diagnostic]](repeating: [], count: jobs.count)
    for start in stride(from: 0, to: jobs.count, by: UInt64.bitWidth) {
      for (entry, var places) in zip(entries, concerned(jobs[start...].prefix(UInt64.bitWidth))) {
        while places != 0 {
          let place = start + places.trailingZeroBitCount
          places &= places - 1
          let found = entry.rule.check(jobs[place].file, jobs[place].context)
          if !found.isEmpty { findings[place] += found }
        }
      }
    }
    return findings
  }

  /// Which of the files each rule concerns, as bits.
  private func concerned(_ jobs: ArraySlice<LintJob>) -> [UInt64] {
    var places = [UInt64](repeating: 0, count: entries.count)
    var mark: UInt64 = 1
    for job in jobs {
      let content = job.file.content
      let hasProject = job.context.project != nil
      let words = job.context.shell?.words ?? self.words(in: job.file.source)
      for (index, entry) in entries.enumerated()
      where content.contains(entry.content) && (hasProject || !entry.isProject)
        && (entry.words.isEmpty || words.hasAny(of: entry.words))
      {
        places[index] |= mark
      }
      mark &<<= 1
    }
    return places
  }
}
