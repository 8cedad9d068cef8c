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

  /// Has all rules look at each file; findings come in the order of the catalogue. A rule sees one
  /// file after the other, since its code is at hand in the processor then, which spares some
  /// hundredths of the time.
  func run(_ jobs: [LintJob]) {
    var start = 0
    while start < jobs.count {
      let end = min(start + UInt16.bitWidth, jobs.count)
      let concerned = concerned(jobs, start..<end)
      for index in entries.indices {
        var places = concerned[index]
        while places != 0 {
          let job = jobs[start + places.trailingZeroBitCount]
          places &= places - 1
          let found = entries[index].rule.check(job.file, job.context)
          if !found.isEmpty { job.findings += found }
        }
      }
      start = end
    }
  }

  /// Which of the files each rule concerns, as bits.
  private func concerned(_ jobs: [LintJob], _ range: Range<Int>) -> [UInt16] {
    var places = [UInt16](repeating: 0, count: entries.count)
    var mark: UInt16 = 1
    for place in range {
      let job = jobs[place]
      let content = job.file.content
      let hasProject = job.context.project != nil
      let words = job.context.shell?.words ?? self.words(in: job.file.source)
      for index in entries.indices {
        let entry = entries[index]
        if content.contains(entry.content), hasProject || !entry.isProject,
          entry.words.isEmpty || words.hasAny(of: entry.words)
        {
          places[index] |= mark
        }
      }
      mark &<<= 1
    }
    return places
  }
}
