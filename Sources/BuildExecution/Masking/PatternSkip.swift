/// Tells quickly where in a text no pattern can begin. A window as long as the shortest pattern is
/// moved over the text; the pair of bytes at its end says how far it may be moved (Wu and Manber).
/// Where it cannot be moved, its first bytes are looked up before anybody looks closer.
struct PatternSkip: Sendable {
  /// Bytes that every pattern has at least.
  static let shortest = 4
  private static let longestWindow = 16
  private static let pairs = 1 << 16
  private static let hashBits: UInt32 = 18

  /// Bytes.
  let window: Int
  /// For each pair: how far a window that ends in it can move; 0 when a pattern may fill it.
  private let shifts: [UInt8]
  /// For each hash of four bytes: whether a pattern may begin with them.
  private let begins: [Bool]

  /// - Parameter patterns: each of at least `shortest` bytes.
  init(_ patterns: [[UInt8]]) {
    let window = min(patterns.map(\.count).min() ?? Self.shortest, Self.longestWindow)
    var shifts = [UInt8](repeating: UInt8(window - 1), count: Self.pairs)
    var begins = [Bool](repeating: false, count: 1 << Self.hashBits)
    for pattern in patterns {
      pattern.withUnsafeBytes { bytes in
        begins[Self.hash(bytes, at: 0)] = true
        for place in 0..<window - 1 {
          let pair = Self.pair(bytes, at: place)
          shifts[pair] = min(shifts[pair], UInt8(window - 2 - place))
        }
      }
    }
    self.window = window
    self.shifts = shifts
    self.begins = begins
  }

  /// The first place from `start` on where a pattern may begin. When there is none, the first place
  /// whose window is cut off by the end.
  func next(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let last = bytes.count - window
    guard start <= last else { return start }
    return shifts.withUnsafeBufferPointer { shifts in
      begins.withUnsafeBufferPointer { begins in
        var place = start
        while place <= last {
          let shift = shifts[Self.pair(bytes, at: place + window - 2)]
          if shift == 0 {
            if begins[Self.hash(bytes, at: place)] { return place }
            place += 1
          } else {
            place += Int(shift)
          }
        }
        return place
      }
    }
  }

  private static func pair(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
    return Int((word &* 0x9E37_79B1) >> (32 - hashBits))
  }
}
