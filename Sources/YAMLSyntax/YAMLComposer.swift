import Diagnostics

/// Builds the node tree from libyaml's events and finds what libyaml lets pass.
struct YAMLComposer {
  private let source: SourceText
  private let limits: YAMLLimits
  private var problems: [YAMLProblem] = []
  private var anchors: [String: Anchor] = [:]
  private var openAnchors: [String: SourceRange] = [:]
  private var depth = 0
  private var nodeCount = 0

  private struct Anchor {
    var node: YAMLNode
    var nodeCount: Int
  }

  /// Reading ended early; the reason is the last problem.
  private struct Stopped: Error {}

  init(source: SourceText, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
  }

  mutating func compose() -> YAMLDocument {
    if let problem = unreadable() { return YAMLDocument(root: nil, problems: [problem]) }
    let root = source.bytes.withUnsafeBufferPointer { bytes -> YAMLNode? in
      guard let parser = YAMLEventParser(bytes) else { return nil }
      return try? document(parser)
    }
    if root?.isNull ?? true, !problems.contains(where: \.endsReading) {
      problems.append(YAMLProblem(.empty, at: SourceRange(at: 0)))
    }
    return YAMLDocument(root: root, problems: problems)
  }

  private func unreadable() -> YAMLProblem? {
    if source.bytes.count > limits.bytes {
      return YAMLProblem(.tooLarge(limit: limits.bytes), at: SourceRange(at: 0))
    }
    if source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) {
      return YAMLProblem(.encoding("UTF-16"), at: SourceRange(start: 0, end: 2))
    }
    return nil
  }

  private mutating func document(_ parser: borrowing YAMLEventParser) throws(Stopped) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try next(parser)
      switch event.kind {
      case .streamEnd: return root
      case .documentStart where root != nil:
        problems.append(YAMLProblem(.multipleDocuments, at: firstLine(event.range)))
        return root
      case .streamStart, .documentStart, .documentEnd: continue
      default: root = try node(event, parser)
      }
    }
  }

  private mutating func next(_ parser: borrowing YAMLEventParser) throws(Stopped) -> YAMLEvent {
    do {
      return try parser.next()
    } catch {
      problems.append(SyntaxExplainer(source: source).problem(error))
      throw Stopped()
    }
  }

  private mutating func node(
    _ event: YAMLEvent, _ parser: borrowing YAMLEventParser
  ) throws(Stopped) -> YAMLNode {
    try count(1, at: event.range)
    if event.kind == .alias { return try alias(parser.alias, at: event.range) }
    let (anchor, tag, before) = (parser.anchor, parser.tag, nodeCount)
    if let tag, !tag.hasPrefix("tag:yaml.org,2002:"), tag != "!" {
      problems.append(YAMLProblem(.unknownTag(tag), at: firstLine(event.range)))
    }
    if let anchor { openAnchors[anchor] = event.range }
    let value = try content(event, parser)
    let node = YAMLNode(
      content: value, range: range(of: value, event.range), tag: tag, anchor: anchor)
    if let anchor {
      openAnchors[anchor] = nil
      anchors[anchor] = Anchor(node: node, nodeCount: 1 + nodeCount - before)
    }
    return node
  }

  private mutating func content(
    _ event: YAMLEvent, _ parser: borrowing YAMLEventParser
  ) throws(Stopped) -> YAMLNode.Content {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else {
      throw stopped(.tooDeep(limit: limits.depth), at: event.range)
    }
    switch event.kind {
    case .sequenceStart: return .sequence(try items(parser))
    case .mappingStart: return .mapping(try pairs(parser))
    default: return .scalar(parser.scalar)
    }
  }

  private mutating func items(_ parser: borrowing YAMLEventParser) throws(Stopped) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try next(parser)
      if event.kind == .sequenceEnd {
        lastEnd = event.range
        return items
      }
      items.append(try node(event, parser))
    }
  }

  private mutating func pairs(_ parser: borrowing YAMLEventParser) throws(Stopped) -> [YAMLPair] {
    var pairs: [YAMLPair] = []
    var keys = KeyIndex()
    while true {
      let event = try next(parser)
      if event.kind == .mappingEnd {
        lastEnd = event.range
        return pairs
      }
      let key = try node(event, parser)
      let value = try node(try next(parser), parser)
      if let text = key.scalar?.text, let first = keys.insert(text, at: key.range) {
        problems.append(YAMLProblem(.duplicateKey(text), at: key.range, related: first))
      }
      pairs.append(YAMLPair(key: key, value: value))
    }
  }

  private mutating func alias(_ name: String, at range: SourceRange) throws(Stopped) -> YAMLNode {
    if let anchor = anchors[name] {
      try count(anchor.nodeCount, at: range)
      let node = anchor.node
      return YAMLNode(content: node.content, range: range, tag: node.tag, alias: name)
    }
    let open = openAnchors[name].map(firstLine)
    problems.append(
      YAMLProblem(
        open == nil ? .undefinedAlias(name) : .recursiveAlias(name), at: range, related: open))
    return YAMLNode(
      content: .scalar(YAMLScalar(text: "", style: .plain)), range: range, alias: name)
  }

  private mutating func count(_ nodes: Int, at range: SourceRange) throws(Stopped) {
    nodeCount += nodes
    if nodeCount > limits.nodes {
      throw stopped(.tooManyNodes(limit: limits.nodes), at: range)
    }
  }

  private mutating func stopped(_ kind: YAMLProblem.Kind, at range: SourceRange) -> Stopped {
    problems.append(YAMLProblem(kind, at: firstLine(range)))
    return Stopped()
  }

  /// Place of the end event of the collection just read.
  private var lastEnd = SourceRange(at: 0)

  /// libyaml ends a block where the next token starts; this ends it with its own last byte.
  private func range(of content: YAMLNode.Content, _ event: SourceRange) -> SourceRange {
    switch content {
    case .scalar(let scalar):
      guard scalar.style == .literal || scalar.style == .folded else { return event }
      return SourceRange(start: event.start, end: trimmed(event.end, after: event.start))
    case .sequence(let items):
      return SourceRange(start: event.start, end: end(of: items.last?.range, event))
    case .mapping(let pairs):
      return SourceRange(start: event.start, end: end(of: pairs.last?.value.range, event))
    }
  }

  private func end(of last: SourceRange?, _ event: SourceRange) -> Int {
    let isFlow = lastEnd.count == 1
    return isFlow ? lastEnd.end : max(event.end, last?.end ?? 0)
  }

  private func trimmed(_ end: Int, after start: Int) -> Int {
    var end = end
    while end > start + 1, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return end
  }

  private func firstLine(_ range: SourceRange) -> SourceRange {
    let line = source.range(ofLine: source.lines.line(at: range.start))
    return SourceRange(start: range.start, end: min(range.end, max(line.end, range.start)))
  }
}
