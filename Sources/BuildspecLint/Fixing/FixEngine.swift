import BuildspecModel
package import Diagnostics

/// Applies the fixes of findings until nothing changes any more. A fix that makes the file worse is
/// dropped, so that the result never has more errors than the source.
package struct FixEngine {
  private let allowsUnsafe: Bool
  private let lint: (SourceText) -> [Diagnostic]

  /// `lint` gives the findings whose fixes are wanted.
  package init(allowsUnsafe: Bool, lint: @escaping (SourceText) -> [Diagnostic]) {
    self.allowsUnsafe = allowsUnsafe
    self.lint = lint
  }

  /// What became of a file.
  package struct Outcome: Sendable {
    package var source: SourceText
    /// What is left.
    package var diagnostics: [Diagnostic]
    /// Number of findings that were fixed.
    package var fixCount: Int
  }

  package func fix(_ source: SourceText) -> Outcome {
    var state = FixState(source, lint(source))
    var fixCount = 0
    for _ in 0..<Self.maximumRounds {
      let before = fixCount
      let chosen = choice(of: state.findings)
      if chosen.isEmpty { break }
      if let next = applying(chosen, to: state) {
        state = next
        fixCount += chosen.count
      } else {
        // From the end, so that the places of those still to come stay what they are.
        for finding in chosen.reversed() {
          guard let next = applying([finding], to: state) else { continue }
          state = next
          fixCount += 1
        }
      }
      if fixCount == before { break }
    }
    return Outcome(source: state.source, diagnostics: state.findings, fixCount: fixCount)
  }

  /// A syntax error hides the next one, and each takes a round.
  private static let maximumRounds = 100

  private func choice(of findings: [Diagnostic]) -> [Diagnostic] {
    var chosen: [Diagnostic] = []
    var taken: [SourceRange] = []
    for finding in findings {
      guard let fix = finding.fix, allowsUnsafe || fix.safety == .safe else { continue }
      let ranges = fix.edits.map(\.range)
      guard !ranges.isEmpty, !ranges.contains(where: { overlaps($0, taken) }) else { continue }
      taken += ranges
      chosen.append(finding)
    }
    return chosen.sorted { Self.start($0) < Self.start($1) }
  }

  /// Insertions at one place count as overlapping: which comes first is a guess.
  private func overlaps(_ range: SourceRange, _ taken: [SourceRange]) -> Bool {
    taken.contains { other in
      range.start < other.end && other.start < range.end
        || (range.isEmpty || other.isEmpty) && range.start <= other.end && other.start <= range.end
    }
  }

  private static func start(_ finding: Diagnostic) -> Int {
    finding.fix?.edits.map(\.range.start).min() ?? 0
  }

  /// The state after the fixes; `nil` when it is worse than before.
  private func applying(_ findings: [Diagnostic], to state: FixState) -> FixState? {
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    let source = state.source.replacing(edits)
    guard source.bytes != state.source.bytes else { return nil }
    let next = FixState(source, lint(source))
    return next.isBetter(than: state, after: findings.map(\.rule)) ? next : nil
  }
}
