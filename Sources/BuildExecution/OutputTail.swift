/// The last bytes that a command wrote.
package struct OutputTail: Sendable {
  private let limit: Int
  private var kept: [UInt8] = []

  /// - Parameter limit: bytes that are kept.
  package init(limit: Int) {
    self.limit = limit
  }

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    // Not `suffix`, which is that of any sequence here, and goes byte by byte.
    kept += bytes[max(bytes.startIndex, bytes.endIndex - limit)...]
    // Not each time, since that would move all of it.
    if kept.count > 4 * limit { kept.removeFirst(kept.count - limit) }
  }

  package mutating func clear() { kept.removeAll(keepingCapacity: true) }

  package var bytes: ArraySlice<UInt8> { kept.suffix(limit) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
