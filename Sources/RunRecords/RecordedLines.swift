import BuildExecution
import SystemPackage

/// The lines of a file, one after the other, in bounded memory.
struct RecordedLines {
  let path: FilePath
  let files: any Files

  /// Bytes; the longest line holds the plan of a buildspec.
  private static let longest = 64 << 20

  /// Calls `body` with each line and its number, from 1 on, until it returns `false`.
  /// - Returns: whether the last line has no line feed; it is not finished and passed over.
  func read(_ body: (ArraySlice<UInt8>, Int) throws -> Bool) throws -> Bool {
    var rest: [UInt8] = []
    var number = 0
    var isEnded = false
    try files.read(path) { part in
      guard !isEnded else { return }
      var part = part
      while let end = part.firstIndex(of: UInt8(ascii: "\n")) {
        number += 1
        let line = rest.isEmpty ? part[..<end] : (rest + part[..<end])[...]
        rest = []
        part = part[(end + 1)...]
        guard try body(line, number) else {
          isEnded = true
          return
        }
      }
      rest += part
      if rest.count > Self.longest { throw RecordDamage(reason: "a line is too long") }
    }
    return !rest.isEmpty
  }
}
