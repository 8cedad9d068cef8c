import Diagnostics

extension Rule {
  /// One finding for a mistake that a file repeats: at its first place, with the next ones beside it.
  static func findingOnce(
    _ places: [(message: String, range: SourceRange)], severity: Severity? = nil, help: String
  ) -> [Diagnostic] {
    guard let first = places.first else { return [] }
    return [
      finding(
        first.message, at: first.range, severity: severity,
        related: places.dropFirst().prefix(2).map {
          RelatedLocation(range: $0.range, message: $0.message)
        },
        help: help)
    ]
  }
}
