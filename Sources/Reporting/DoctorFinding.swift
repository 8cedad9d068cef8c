/// One line of `doctor`.
package struct DoctorFinding: Hashable, Sendable {
  package enum Level: String, Sendable {
    case ok
    /// Nothing that the buildspec at hand needs.
    case hint
    /// A build, or a check, will fail by it.
    case error
  }

  package var check: String
  package var level: Level
  /// What there is, or what is wrong.
  package var message: String
  /// What to do.
  package var fix: String?

  package init(_ check: String, _ level: Level, _ message: String, fix: String? = nil) {
    self.check = check
    self.level = level
    self.message = message
    self.fix = fix
  }
}
