/// A fingerprint for each line of a file, as GitHub's action for SARIF files computes it, so that an
/// alert stays the same one when lines are added above, whoever uploads the report.
///
/// The fingerprint of a line is a rolling hash over the 100 UTF-16 units that follow its start, without
/// spaces and tabs and with every line break as LF, and the number of such hashes so far.
struct LineFingerprints {
  private static let window = 100
  private static let base: UInt64 = 37
  private static let outgoing = (0..<window).reduce(UInt64(1)) { power, _ in power &* base }
  /// Closes the text, so that its end is told from what follows nothing.
  private static let endOfText: UInt16 = 0xFFFF

  /// By line, from line 1 at index 0.
  private let values: [String]

  init(_ bytes: [UInt8]) {
    let (units, starts) = Self.reduced(bytes)
    var hash: UInt64 = 0
    var counts: [UInt64: Int] = [:]
    var values: [String] = []
    // Past the end the window goes on with zeros.
    for end in 0..<(units.count + Self.window) {
      let start = end - Self.window
      if start >= 0, values.count < starts.count, starts[values.count] == start {
        counts[hash, default: 0] += 1
        values.append("\(String(hash, radix: 16)):\(counts[hash, default: 0])")
      }
      let incoming = end < units.count ? UInt64(units[end]) : 0
      let leaving = start >= 0 ? UInt64(units[start]) : 0
      hash = Self.base &* hash &+ incoming &- Self.outgoing &* leaving
    }
    self.values = values
  }

  /// The fingerprint of a 1-based line.
  func line(_ number: Int) -> String {
    values.indices.contains(number - 1) ? values[number - 1] : "0:1"
  }

  /// The units that count, and where among them each line starts.
  private static func reduced(_ bytes: [UInt8]) -> (units: [UInt16], starts: [Int]) {
    var units: [UInt16] = []
    var starts: [Int] = []
    var isLineStart = true
    var isAfterReturn = false
    for unit in String(decoding: bytes, as: UTF8.self).utf16 + [endOfText] {
      let isSkipped = unit == 0x20 || unit == 0x09 || (isAfterReturn && unit == 0x0A)
      isAfterReturn = unit == 0x0D
      if isSkipped { continue }
      if isLineStart { starts.append(units.count) }
      isLineStart = unit == 0x0A || unit == 0x0D
      units.append(unit == 0x0D ? 0x0A : unit)
    }
    return (units, starts)
  }
}
