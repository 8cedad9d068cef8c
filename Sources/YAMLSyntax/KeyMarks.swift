/// Tells of most keys of a mapping that no equal one was there before, in as little room as can be.
struct KeyMarks {
  /// A bit for each place, which many keys share.
  private var bits: UInt64 = 0

  /// - Returns: whether the key is certainly new.
  mutating func insert(_ key: String) -> Bool {
    let bytes = key.utf8
    let place = bytes.count &* 7 &+ Int(bytes.first ?? 0) &* 3 &+ Int(bytes.last ?? 0)
    let mark: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
    defer { bits |= mark }
    return bits & mark == 0
  }
}
