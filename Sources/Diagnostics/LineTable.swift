/// Converts byte offsets to lines and columns. A line ends at LF, CR LF or a lone CR, as in YAML.
package struct LineTable: Sendable {
  /// Byte offset of the first byte of each line.
  package let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 24 + 1)
    let hasReturns = ByteSearch.first(0x0D, in: bytes, from: 0) != nil
    var index = 0
    while let end = hasReturns
      ? Self.end(in: bytes, from: index) : ByteSearch.first(0x0A, in: bytes, from: index)
    {
      index = end + 1
      starts.append(index)
    }
    self.starts = starts
  }

  /// The last byte of the next line break, in a text with carriage returns.
  private static func end(in bytes: [UInt8], from start: Int) -> Int? {
    guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return nil
    }
    let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
    return isPair ? end + 1 : end
  }

  /// Number of lines; a final line break opens an empty last line.
  package var count: Int { starts.count }

  /// The 1-based line that holds `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }
}
