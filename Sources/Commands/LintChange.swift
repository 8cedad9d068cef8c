/// What a `lint` does besides reporting.
enum LintChange: Equatable {
  case none
  /// Writes the fixed files.
  case fix(allowsUnsafe: Bool)
  /// Prints what fixing would change.
  case diff(allowsUnsafe: Bool)
  /// Writes ignore comments for all findings.
  case addIgnores(reason: String)
  /// Writes a baseline of all findings.
  case writeBaseline(path: String)
}
