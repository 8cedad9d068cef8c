import Diagnostics

extension Rule {
  /// One finding for a mistake that a file repeats: at its first place, with the next ones beside it.
  static func findingOnce(
    _ places: [(message: String, range: SourceRange)], severity: Severity? = nil,
    help: String? = nil, fix: Fix? = nil
  ) -> [Diagnostic] {
    guard let first = places.first else { return [] }
    // More places than these do not help.
    let others = places.dropFirst().prefix(2)
    return [
      finding(
        first.message, at: first.range, severity: severity,
        related: others.map { RelatedLocation(range: $0.range, message: $0.message) }, help: help,
        fix: fix)
    ]
  }

  /// The same for one message, with other words for the further places.
  static func finding(
    _ message: String, atAll places: [SourceRange], again: String = "here too",
    help: String? = nil, fix: Fix? = nil
  ) -> [Diagnostic] {
    findingOnce(
      places.enumerated().map { index, range in (index == 0 ? message : again, range) },
      help: help, fix: fix)
  }
}
