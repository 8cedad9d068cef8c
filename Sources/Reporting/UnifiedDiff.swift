package import Diagnostics

/// The difference of two texts as `diff -u` writes it.
package struct UnifiedDiff {
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let path: String

  package init(from old: SourceText, to new: SourceText) {
    self.old = Self.lines(old.bytes)
    self.new = Self.lines(new.bytes)
    path = old.path
  }

  /// Empty when the texts are equal.
  package var text: String {
    let hunks = hunks()
    guard !hunks.isEmpty else { return "" }
    return "--- \(path)\n+++ \(path)\n" + hunks.map(render).joined()
  }

  /// A line of the difference: in both texts, or in one only.
  private struct Line {
    var sign: Character
    var text: ArraySlice<UInt8>
    var oldNumber: Int
    var newNumber: Int
  }

  /// Lines around a change that are shown with it.
  private static let context = 3

  /// Lines with their breaks.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private func allLines() -> [Line] {
    let (removed, inserted) = changedLines()
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        lines.append(Line(sign: "-", text: old[i], oldNumber: i, newNumber: j))
        i += 1
      } else if j < new.count, inserted.contains(j) {
        lines.append(Line(sign: "+", text: new[j], oldNumber: i, newNumber: j))
        j += 1
      } else {
        lines.append(Line(sign: " ", text: old[i], oldNumber: i, newNumber: j))
        (i, j) = (i + 1, j + 1)
      }
    }
    return lines
  }

  /// The lines that only one of the texts has. Where very many differ they are not compared further:
  /// that takes time and memory with the square of their number.
  private func changedLines() -> (removed: Set<Int>, inserted: Set<Int>) {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (old[start..<(old.count - end)], new[start..<(new.count - end)])
    guard oldMiddle.count + newMiddle.count <= Self.maximumCompared else {
      return (Set(oldMiddle.indices), Set(newMiddle.indices))
    }
    let difference = newMiddle.difference(from: oldMiddle)
    return (
      Set(difference.removals.map { start + Self.offset($0) }),
      Set(difference.insertions.map { start + Self.offset($0) })
    )
  }

  private static let maximumCompared = 4_000

  private static func offset(
    _ change: CollectionDifference<ArraySlice<UInt8>>.Change
  ) -> Int {
    switch change {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }

  /// Changes with what stands around them; those that are near share a hunk.
  private func hunks() -> [ArraySlice<Line>] {
    let lines = allLines()
    var ranges: [Range<Int>] = []
    for index in lines.indices where lines[index].sign != " " {
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = ranges.last, start <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges.map { lines[$0] }
  }

  private func render(_ hunk: ArraySlice<Line>) -> String {
    guard let first = hunk.first else { return "" }
    let oldCount = hunk.filter { $0.sign != "+" }.count
    let newCount = hunk.filter { $0.sign != "-" }.count
    let head =
      "@@ -\(Self.span(first.oldNumber, oldCount)) +\(Self.span(first.newNumber, newCount)) @@\n"
    return head
      + hunk.map { line in
        let text = String(line.sign) + String(decoding: line.text, as: UTF8.self)
        return line.text.last == 0x0A ? text : text + "\n\\ No newline at end of file\n"
      }.joined()
  }

  private static func span(_ start: Int, _ count: Int) -> String {
    let line = count == 0 ? start : start + 1
    return count == 1 ? "\(line)" : "\(line),\(count)"
  }
}
