import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Blanks that nobody sees.
enum TrailingSpace: OptionalRule {
  static let info = RuleInfo(
    "BS909", "trailing-space", .info,
    summary: "Lines end with blanks.",
    why: """
      They mean nothing to YAML, and every editor that takes them away shows a change. Lines of texts \
      that go over several lines are left alone. One finding a file.
      """,
    bad: "version: 0.2 \nphases:\n  build:\n    commands:\n      - make\n",
    good: "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n",
    source: "YAML 1.1, separation spaces.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.isReadable, let root = file.document.root else { return [] }
    var texts: [SourceRange] = []
    collect(root, file.source, &texts)
    var places: [SourceRange] = []
    for number in 1...file.source.lines.count {
      let line = file.source.range(ofLine: number)
      var start = line.end
      while start > line.start, isBlank(file.source.bytes[start - 1]) { start -= 1 }
      guard start < line.end else { continue }
      let place = SourceRange(start: start, end: line.end)
      if !texts.contains(where: { $0.start < place.end && place.start <= $0.end }) {
        places.append(place)
      }
    }
    guard let first = places.first else { return [] }
    return [
      finding(
        places.count == 1 ? "a line ends with blanks" : "\(places.count) lines end with blanks",
        at: first,
        fix: Fix(
          title: "take them out", safety: .safe,
          edits: places.map { TextEdit(range: $0, replacement: "") }))
    ]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Scalars that go over several lines, with the blank lines behind them.
  private static func collect(
    _ node: YAMLNode, _ source: SourceText, _ texts: inout [SourceRange]
  ) {
    switch node.content {
    case .scalar(let scalar):
      let isBlock = scalar.style == .literal || scalar.style == .folded
      guard isBlock || !source.isOnOneLine(node.range) else { return }
      var end = node.range.end
      while end < source.bytes.count,
        isBlank(source.bytes[end]) || source.bytes[end] == 0x0A
          || source.bytes[end] == 0x0D
      { end += 1 }
      texts.append(SourceRange(start: node.range.start, end: end))
    case .sequence(let items): for item in items { collect(item, source, &texts) }
    case .mapping(let pairs):
      for pair in pairs {
        collect(pair.key, source, &texts)
        collect(pair.value, source, &texts)
      }
    }
  }
}
