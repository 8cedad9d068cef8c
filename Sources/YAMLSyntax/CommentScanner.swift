package import Diagnostics

/// Finds the comments of a text. libyaml drops them, so this looks at what lies between the scalars.
package enum CommentScanner {
  /// Comments in the order of the text; a `#` inside a scalar is none.
  package static func comments(in source: SourceText, document: YAMLDocument) -> [YAMLComment] {
    var scalars: [SourceRange] = []
    if let root = document.root { collect(root, into: &scalars) }
    scalars.sort()
    var comments: [YAMLComment] = []
    var nextScalar = 0
    for line in 1...source.lines.count {
      let range = source.range(ofLine: line)
      var cursor = range.start
      scan: while cursor < range.end {
        while nextScalar < scalars.count, scalars[nextScalar].end <= cursor { nextScalar += 1 }
        if nextScalar < scalars.count, scalars[nextScalar].start <= cursor {
          cursor = scalars[nextScalar].end
          continue
        }
        if source.bytes[cursor] == UInt8(ascii: "#"), isStart(cursor, in: source, line: range) {
          comments.append(comment(at: cursor, in: source, line: range))
          break scan
        }
        cursor += 1
      }
    }
    return comments
  }

  private static func collect(_ node: YAMLNode, into ranges: inout [SourceRange]) {
    guard node.alias == nil else { return }
    switch node.content {
    case .scalar: if !node.range.isEmpty { ranges.append(node.range) }
    case .sequence(let items): for item in items { collect(item, into: &ranges) }
    case .mapping(let pairs):
      for pair in pairs {
        collect(pair.key, into: &ranges)
        collect(pair.value, into: &ranges)
      }
    }
  }

  private static func isStart(_ offset: Int, in source: SourceText, line: SourceRange) -> Bool {
    guard offset > line.start else { return true }
    return source.bytes[offset - 1] == 0x20 || source.bytes[offset - 1] == 0x09
  }

  private static func comment(
    at offset: Int, in source: SourceText, line: SourceRange
  ) -> YAMLComment {
    let before = source.bytes[line.start..<offset]
    return YAMLComment(
      range: SourceRange(start: offset, end: line.end),
      isTrailing: before.contains { $0 != 0x20 && $0 != 0x09 })
  }
}
