import Diagnostics

/// A text on its way to being fixed, with what is wrong with it.
struct FixState {
  let source: SourceText
  let findings: [Diagnostic]
  /// Where reading ended; `nil` when the whole file was read.
  let brokenAt: Int?

  /// Whether the fixed rules have fewer findings and no error is new. A file that could not be read
  /// must be readable further than before; what is found there could not be seen earlier.
  func isBetter(than old: FixState, after rules: [RuleIdentity]) -> Bool {
    if let before = old.brokenAt { return brokenAt.map { $0 > before } ?? true }
    guard brokenAt == nil, errorCount <= old.errorCount else { return false }
    let fixed = Dictionary(grouping: rules, by: \.self)
    return fixed.allSatisfy { rule, fixes in
      count(of: rule) <= old.count(of: rule) - fixes.count
    }
  }

  private var errorCount: Int { findings.filter { $0.severity == .error }.count }

  private func count(of rule: RuleIdentity) -> Int {
    findings.filter { $0.rule == rule }.count
  }
}
