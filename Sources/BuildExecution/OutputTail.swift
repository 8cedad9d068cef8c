/// The last bytes that a command wrote.
struct OutputTail {
  static let limit = 16 * 1024

  private var kept: [UInt8] = []

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    kept += bytes.suffix(Self.limit)
    // Not each time, since that would move all of it.
    if kept.count > 4 * Self.limit { kept.removeFirst(kept.count - Self.limit) }
  }

  mutating func clear() { kept.removeAll(keepingCapacity: true) }

  var text: String { String(decoding: kept.suffix(Self.limit), as: UTF8.self) }
}
