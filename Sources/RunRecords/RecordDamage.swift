/// What a file of a record holds is not what this tool writes.
struct RecordDamage: Error {
  /// One phrase without a full stop.
  var reason: String

  init(reason: String) {
    self.reason = reason
  }

  init(missing key: String) {
    reason = "`\(key)` is missing or of another kind"
  }
}
