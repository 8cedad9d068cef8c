import BuildspecModel
import Diagnostics
import YAMLSyntax

/// A scalar over several lines. A comment cannot stand on all of them, so one at its first line
/// speaks of the whole.
struct LongScalar {
  var range: SourceRange
  var lines: ClosedRange<Int>
  /// Whether it is written under `|` or `>`, so that its text may hold comments of a script.
  var isBlock: Bool

  static func all(in file: BuildspecFile) -> [LongScalar] {
    var found: [LongScalar] = []
    if let root = file.document.root { collect(root, file.source, into: &found) }
    return found
  }

  private static func collect(
    _ node: YAMLNode, _ source: SourceText, into found: inout [LongScalar]
  ) {
    guard node.alias == nil else { return }
    switch node.content {
    case .scalar(let scalar):
      let first = source.lines.line(at: node.range.start)
      let last = source.lines.line(at: max(node.range.start, node.range.end - 1))
      guard first < last else { return }
      let isBlock = scalar.style == .literal || scalar.style == .folded
      found.append(LongScalar(range: node.range, lines: first...last, isBlock: isBlock))
    case .sequence(let items): for item in items { collect(item, source, into: &found) }
    case .mapping(let pairs):
      for pair in pairs {
        collect(pair.key, source, into: &found)
        collect(pair.value, source, into: &found)
      }
    }
  }
}

extension [LongScalar] {
  /// The scalar that a line belongs to. Of two on one line, the first one: the second begins there.
  func covering(_ line: Int) -> LongScalar? {
    let index = partitioned { $0.lines.upperBound < line }
    guard index < count, self[index].lines.contains(line) else { return nil }
    return self[index]
  }
}

extension Array {
  /// Number of elements at the front for which `isBefore` holds; it holds for none after them.
  func partitioned(_ isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
