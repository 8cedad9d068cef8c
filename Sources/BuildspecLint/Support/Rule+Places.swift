import Diagnostics

extension Rule {
  /// One finding for a mistake that repeats: at its first place, with a few of the others beside it.
  static func finding(
    _ message: String, atAll places: [SourceRange], again: String = "here too",
    help: String? = nil, fix: Fix? = nil
  ) -> [Diagnostic] {
    guard let first = places.first else { return [] }
    // More places than these do not help.
    let others = places.dropFirst().prefix(2)
    return [
      finding(
        message, at: first,
        related: others.map { RelatedLocation(range: $0, message: again) }, help: help, fix: fix)
    ]
  }
}
