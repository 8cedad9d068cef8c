import BuildspecModel
package import Diagnostics
import YAMLSyntax

/// Applies the fixes of findings until nothing changes any more. A fix that makes the file worse is
/// dropped, so that the result never has more errors than the source.
package struct FixEngine {
  private let allowsUnsafe: Bool
  private let brokenAt: (SourceText) -> Int?
  private let lint: (SourceText) -> [Diagnostic]

  /// `lint` gives the findings whose fixes are wanted, `brokenAt` where reading of a text ended early.
  package init(
    allowsUnsafe: Bool, brokenAt: @escaping (SourceText) -> Int? = FixEngine.brokenAt,
    lint: @escaping (SourceText) -> [Diagnostic]
  ) {
    self.allowsUnsafe = allowsUnsafe
    self.brokenAt = brokenAt
    self.lint = lint
  }

  /// Where reading of a buildspec ended early; `nil` when the whole was read.
  package static func brokenAt(_ source: SourceText) -> Int? {
    BuildspecFile(source: source).document.problems.first(where: \.endsReading).map(\.range.start)
  }

  private func state(_ source: SourceText) -> FixState {
    FixState(source: source, findings: lint(source), brokenAt: brokenAt(source))
  }

  /// What became of a file.
  package struct Outcome: Sendable {
    package var source: SourceText
    /// What is left.
    package var diagnostics: [Diagnostic]
    /// Number of findings that were fixed.
    package var fixCount: Int

    package init(source: SourceText, diagnostics: [Diagnostic], fixCount: Int) {
      self.source = source
      self.diagnostics = diagnostics
      self.fixCount = fixCount
    }
  }

  package func fix(_ source: SourceText) -> Outcome {
    var state = state(source)
    var fixCount = 0
    for _ in 0..<Self.maximumRounds {
      var attempts = Self.maximumAttempts
      let made = make(choice(of: state.findings)[...], &state, &attempts)
      if made == 0 { break }
      fixCount += made
    }
    return Outcome(source: state.source, diagnostics: state.findings, fixCount: fixCount)
  }

  /// A syntax error hides the next one, and each takes a round.
  private static let maximumRounds = 100
  /// Lints in one round, however many fixes are bad.
  private static let maximumAttempts = 200

  /// Makes the fixes, or those that do no harm: a half at a time, from the end, so that the places of
  /// those still to come stay what they are. Gives the number of fixes made.
  private func make(
    _ chosen: ArraySlice<Diagnostic>, _ state: inout FixState, _ attempts: inout Int
  ) -> Int {
    guard !chosen.isEmpty, attempts > 0 else { return 0 }
    attempts -= 1
    if let next = applying(chosen, to: state) {
      state = next
      return chosen.count
    }
    guard chosen.count > 1 else { return 0 }
    let middle = chosen.startIndex + chosen.count / 2
    let later = make(chosen[middle...], &state, &attempts)
    return later + make(chosen[..<middle], &state, &attempts)
  }

  /// Fixes that do not touch each other, in the order of their places; the others wait for the next
  /// round. Of two insertions at one place the second waits too: which comes first is a guess.
  private func choice(of findings: [Diagnostic]) -> [Diagnostic] {
    let candidates = findings.compactMap { finding -> (finding: Diagnostic, span: SourceRange)? in
      guard let fix = finding.fix, allowsUnsafe || fix.safety == .safe,
        let first = fix.edits.first?.range
      else { return nil }
      return (finding, fix.edits.reduce(first) { $0.union($1.range) })
    }
    var chosen: [Diagnostic] = []
    var end = -1
    for (finding, span) in candidates.sorted(by: { $0.span < $1.span }) where span.start > end {
      chosen.append(finding)
      end = span.end
    }
    return chosen
  }

  /// The state after the fixes; `nil` when it is worse than before.
  private func applying(_ findings: ArraySlice<Diagnostic>, to state: FixState) -> FixState? {
    let edits = findings.flatMap { $0.fix?.edits ?? [] }
    let source = state.source.replacing(edits)
    guard source.bytes != state.source.bytes else { return nil }
    let next = self.state(source)
    return next.isBetter(than: state, after: findings.map(\.rule)) ? next : nil
  }
}
