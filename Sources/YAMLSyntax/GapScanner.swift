package import Diagnostics

/// What stands between the scalars of a text. libyaml drops it.
package enum GapScanner {
  /// Comments in the order of the text; a `#` inside a scalar is none.
  package static func comments(in source: SourceText, document: YAMLDocument) -> [YAMLComment] {
    var comments: [YAMLComment] = []
    scan(source, document) { offset, line in
      guard source.bytes[offset] == UInt8(ascii: "#"), isStart(offset, in: source, line) else {
        return false
      }
      comments.append(comment(at: offset, in: source, line))
      return true
    }
    return comments
  }

  /// Runs of tabs between the tokens of a text, indentation left out.
  package static func tabs(in source: SourceText, document: YAMLDocument) -> [SourceRange] {
    guard ByteSearch.first(0x09, in: source.bytes, from: 0) != nil else { return [] }
    var tabs: [SourceRange] = []
    scan(source, document) { offset, line in
      let byte = source.bytes[offset]
      if byte == UInt8(ascii: "#"), isStart(offset, in: source, line) { return true }
      guard byte == 0x09 else { return false }
      if let last = tabs.last, last.end == offset {
        tabs[tabs.count - 1].end = offset + 1
      } else {
        tabs.append(SourceRange(start: offset, end: offset + 1))
      }
      return false
    }
    return tabs
  }

  /// Visits each byte outside of scalars until `visit` says that the line is done.
  private static func scan(
    _ source: SourceText, _ document: YAMLDocument,
    _ visit: (_ offset: Int, _ line: SourceRange) -> Bool
  ) {
    var scalars: [SourceRange] = []
    if let root = document.root { collect(root, into: &scalars) }
    scalars.sort()
    var next = 0
    for line in 1...source.lines.count {
      let range = source.range(ofLine: line)
      var cursor = range.start
      while cursor < range.end {
        while next < scalars.count, scalars[next].end <= cursor { next += 1 }
        if next < scalars.count, scalars[next].start <= cursor {
          cursor = scalars[next].end
          continue
        }
        if visit(cursor, range) { break }
        cursor += 1
      }
    }
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

  private static func isStart(_ offset: Int, in source: SourceText, _ line: SourceRange) -> Bool {
    guard offset > line.start else { return true }
    return source.bytes[offset - 1] == 0x20 || source.bytes[offset - 1] == 0x09
  }

  private static func comment(
    at offset: Int, in source: SourceText, _ line: SourceRange
  ) -> YAMLComment {
    let before = source.bytes[line.start..<offset]
    return YAMLComment(
      range: SourceRange(start: offset, end: line.end),
      isTrailing: before.contains { $0 != 0x20 && $0 != 0x09 })
  }
}
