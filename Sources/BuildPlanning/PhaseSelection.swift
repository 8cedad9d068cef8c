package import BuildspecModel

/// Which phases the user wants to run.
package struct PhaseSelection: Hashable, Sendable {
  /// `--phase`; empty means all.
  package var only: [PhaseName] = []
  /// `--from`.
  package var first: PhaseName?
  /// `--until`.
  package var last: PhaseName?
  /// `--skip`.
  package var skipped: [PhaseName] = []

  package init() {}

  /// The option that leaves `phase` out; `nil` when it runs.
  package func option(skipping phase: PhaseName) -> String? {
    if skipped.contains(phase) { return "--skip \(phase.rawValue)" }
    if let first, Self.order(phase) < Self.order(first) { return "--from \(first.rawValue)" }
    if let last, Self.order(phase) > Self.order(last) { return "--until \(last.rawValue)" }
    if !only.isEmpty, !only.contains(phase) {
      return only.map { "--phase \($0.rawValue)" }.joined(separator: " ")
    }
    return nil
  }

  private static func order(_ phase: PhaseName) -> Int {
    PhaseName.allCases.firstIndex(of: phase) ?? 0
  }
}
