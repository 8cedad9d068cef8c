/// What an engine makes of one key or behaviour.
package struct ParityTreatment: Hashable, Sendable {
  package let parity: Parity
  /// What happens instead, without the final full stop; `nil` where it is the same.
  package let reason: String?
  /// Whether a build that uses the key begins with a notice.
  package let isTold: Bool

  static let same = ParityTreatment(parity: .same, reason: nil, isTold: false)

  /// So near that it is worth a line in the report alone.
  static func near(_ reason: String) -> ParityTreatment {
    ParityTreatment(parity: .approximated, reason: reason, isTold: false)
  }

  /// Near, but nobody would expect it.
  static func approximated(_ reason: String) -> ParityTreatment {
    ParityTreatment(parity: .approximated, reason: reason, isTold: true)
  }

  static func skipped(_ reason: String) -> ParityTreatment {
    ParityTreatment(parity: .skipped, reason: reason, isTold: true)
  }

  /// What the plan of the batch tells once for all its builds.
  static func skippedInBatch(_ reason: String) -> ParityTreatment {
    ParityTreatment(parity: .skipped, reason: reason, isTold: false)
  }
}
