import BuildspecModel
import Diagnostics

/// Takes out the findings that comments of the file hide, and adds those about the comments.
struct Suppressor {
  private let file: BuildspecFile
  private let comments: [IgnoreComment]
  /// Entries that hid something, by comment; -1 stands for a comment without entries.
  private var used: [Set<Int>]

  static func apply(
    to findings: [Diagnostic], in file: BuildspecFile, _ policy: LintPolicy
  ) -> [Diagnostic] {
    let comments = IgnoreScanner.comments(in: file)
    guard !comments.isEmpty else { return findings }
    var suppressor = Suppressor(file: file, comments: comments)
    var kept = findings.filter { !suppressor.hides($0) }
    // What is said of the comments is hidden only by a comment that names these rules.
    let blanket = policy.applied(to: comments.flatMap(BlanketIgnore.findings))
    kept += blanket.filter { !suppressor.hides($0, byNameOnly: true) }
    let unused = policy.applied(to: suppressor.unused(policy))
    kept += unused.filter { !suppressor.hides($0, byNameOnly: true) }
    return kept
  }

  private init(file: BuildspecFile, comments: [IgnoreComment]) {
    self.file = file
    self.comments = comments
    used = Array(repeating: [], count: comments.count)
  }

  /// Every comment that speaks of the finding counts as used.
  private mutating func hides(_ finding: Diagnostic, byNameOnly: Bool = false) -> Bool {
    let lines = file.source.lines
    let first = lines.line(at: finding.range.start)
    let last = lines.line(at: max(finding.range.start, finding.range.end - 1))
    var isHidden = false
    for (index, comment) in comments.enumerated() where comment.fault == nil {
      guard comment.lines?.overlaps(first...last) ?? true else { continue }
      if comment.isBlanket, !byNameOnly {
        used[index].insert(-1)
        isHidden = true
      }
      for (number, entry) in comment.entries.enumerated() where entry.names(finding.rule) {
        used[index].insert(number)
        isHidden = true
      }
    }
    return isHidden
  }

  private func unused(_ policy: LintPolicy) -> [Diagnostic] {
    comments.indices.flatMap { index in
      UnusedIgnore.findings(for: comments[index], used: used[index], in: file.source, policy)
    }
  }
}
