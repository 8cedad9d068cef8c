/// Tells quickly where in a text no pattern can begin. A window as long as the shortest pattern is
/// moved over the text; the pair of bytes at its end says how far it may be moved (Wu and Manber).
struct PatternSkip: Sendable {
  private static let pairs = 1 << 16
  private static let longestWindow = 16

  /// Bytes; at least 2.
  let window: Int
  /// For each pair: how far a window that ends in it can move; 0 when a pattern may fill it.
  private let shifts: [UInt8]
  /// For each pair: whether a pattern begins with it.
  private let begins: [Bool]

  /// - Parameter patterns: each of at least two bytes.
  init(_ patterns: [[UInt8]]) {
    let window = min(patterns.map(\.count).min() ?? 2, Self.longestWindow)
    var shifts = [UInt8](repeating: UInt8(window - 1), count: Self.pairs)
    var begins = [Bool](repeating: false, count: Self.pairs)
    for pattern in patterns {
      begins[Self.index(pattern[0], pattern[1])] = true
      for place in 0..<window - 1 {
        let pair = Self.index(pattern[place], pattern[place + 1])
        shifts[pair] = min(shifts[pair], UInt8(window - 2 - place))
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
          let shift = shifts[Self.pair(in: bytes, at: place + window - 2)]
          if shift == 0 {
            if begins[Self.pair(in: bytes, at: place)] { return place }
            place += 1
          } else {
            place += Int(shift)
          }
        }
        return place
      }
    }
  }

  private static func index(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) | Int(second) << 8
  }

  private static func pair(in bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    index(bytes[place], bytes[place + 1])
  }
}
