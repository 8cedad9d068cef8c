/// The jump consistent hash of Lamping and Veach: one more bucket takes an even share of the names
/// from all the others, and no name moves between those.
enum ConsistentHash {
  /// - Parameter count: of the buckets, from 1 on.
  /// - Returns: a bucket from 0 on.
  static func bucket(of name: [UInt8], among count: Int) -> Int {
    var key = SHA256.digest(name).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var bucket = 0
    // Not an Int, which it may leave behind.
    var next = 0.0
    while next < Double(count) {
      bucket = Int(next)
      key = key &* 2_862_933_555_777_941_757 &+ 1
      next = (Double(bucket + 1) * (0x1p31 / Double(key >> 33 + 1))).rounded(.down)
    }
    return bucket
  }
}
