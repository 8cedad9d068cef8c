/// A line of a log as it is read and shown.
enum LogLine {
  /// The lines of a text without colors, control characters and spaces at the ends, so that showing
  /// one changes nothing but the screen.
  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.map { plain($0) }.filter { !$0.isEmpty }
  }

  private static func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(line.count)
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      if byte == 0x1B, index < line.endIndex, line[index] == UInt8(ascii: "[") {
        // A sequence ends at its first letter or sign.
        let end = line[(index + 1)...].firstIndex { (0x40...0x7E).contains($0) }
        index = end.map { $0 + 1 } ?? line.endIndex
      } else if byte == 0x09 {
        output.append(0x20)
      } else if byte >= 0x20, byte != 0x7F {
        output.append(byte)
      }
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 }
    guard let first = output.firstIndex(where: { !isBlank($0) }),
      let last = output.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return Array(output[first...last])
  }
}
