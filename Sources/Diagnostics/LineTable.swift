/// Converts byte offsets to lines and columns. A line ends at LF, CR LF or a lone CR, as in YAML.
package struct LineTable: Sendable {
  /// Byte offset of the first byte of each line.
  package let starts: [Int]

  package init(_ bytes: [UInt8]) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 24 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      for index in 0..<buffer.count {
        let byte = buffer[index]
        guard byte == 0x0A || byte == 0x0D else { continue }
        let isFirstOfPair =
          byte == 0x0D && index + 1 < buffer.count && buffer[index + 1] == 0x0A
        if !isFirstOfPair { starts.append(index + 1) }
      }
    }
    self.starts = starts
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
