import Diagnostics

/// Reads the YAML that nearly every buildspec is written in: mappings and sequences in block style,
/// scalars on one line, block scalars, comments. It takes a fraction of libyaml's time and gives the
/// very same tree; at anything else, mistakes above all, it gives up and libyaml reads the text.
struct BlockReader {
  /// Something that is left to libyaml.
  struct Unplain: Error {}

  let bytes: UnsafeBufferPointer<UInt8>
  var cursor = 0
  /// Where the cursor's line starts.
  var lineStart = 0
  private var depth = 0
  private var nodeCount = 0
  private let limits: YAMLLimits

  /// The tree of a text; `nil` when libyaml has to read it.
  static func root(of source: SourceText, limits: YAMLLimits) -> YAMLNode? {
    guard source.bytes.count <= limits.bytes, PlainText.covers(source) else { return nil }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var reader = BlockReader(bytes: bytes, limits: limits)
      return try? reader.document()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func document() throws(Unplain) -> YAMLNode {
    guard var column = try token() else { throw Unplain() }
    if isMarker(), bytes[cursor] == UInt8(ascii: "-") {
      let marked = lineStart
      cursor += 3
      guard let next = try token(), lineStart != marked else { throw Unplain() }
      column = next
    }
    guard !isMarker() else { throw Unplain() }
    let key = try self.key()
    let root = try mapping(at: column, firstKey: key)
    guard try token() == nil else { throw Unplain() }
    return root
  }

  // MARK: Collections

  /// Room for as many elements as most collections have.
  private static let usualCount = 4
  /// Pairs of a mapping above which comparing each key with those before it would take long.
  private static let mostPairs = 128

  /// A node that stands first on its line or behind a dash, in a collection at column `parent`.
  private mutating func node(at column: Int, in parent: Int) throws(Unplain) -> YAMLNode {
    if isDash() { return try sequence(at: column) }
    let scalar = try scalar(in: parent)
    return isKey() ? try mapping(at: column, firstKey: scalar) : scalar
  }

  private mutating func mapping(at column: Int, firstKey: YAMLNode) throws(Unplain) -> YAMLNode {
    try enter()
    var pairs: [YAMLPair] = []
    pairs.reserveCapacity(Self.usualCount)
    var keys = KeyMarks()
    var key = firstKey
    while true {
      // Space for the colon and for the key of 1,024 code points that libyaml allows.
      guard isKey(), key.range.count < 1_000, pairs.count < Self.mostPairs,
        let text = key.scalar?.text,
        keys.insert(text) || !pairs.contains(where: { $0.key.scalar?.text == text })
      else { throw Unplain() }
      cursor += 1
      pairs.append(YAMLPair(key: key, value: try value(in: column, allowsDash: true)))
      guard let next = try token(), next >= column else { break }
      guard next == column, !isDash() else { throw Unplain() }
      key = try self.key()
    }
    depth -= 1
    return YAMLNode(content: .mapping(pairs), range: range(from: firstKey, to: pairs.last?.value))
  }

  private mutating func sequence(at column: Int) throws(Unplain) -> YAMLNode {
    try enter()
    let start = cursor
    var items: [YAMLNode] = []
    items.reserveCapacity(Self.usualCount)
    repeat {
      cursor += 1
      items.append(try value(in: column, allowsDash: false))
      guard let next = try token(), next >= column else { break }
      guard next == column else { throw Unplain() }
    } while isDash()
    depth -= 1
    return YAMLNode(
      content: .sequence(items),
      range: SourceRange(start: start, end: items.last?.range.end ?? cursor))
  }

  /// What follows a colon or a dash. The items of a mapping's value may stand at its own column.
  private mutating func value(in column: Int, allowsDash: Bool) throws(Unplain) -> YAMLNode {
    let (mark, line) = (cursor, lineStart)
    guard let next = try token() else { return try null(at: mark) }
    if lineStart == line {
      guard allowsDash else { return try node(at: next, in: column) }
      // On the line of a key there is only a scalar.
      let scalar = try scalar(in: column)
      guard !isKey() else { throw Unplain() }
      return scalar
    }
    if next > column { return try node(at: next, in: column) }
    if allowsDash, next == column, isDash() { return try sequence(at: column) }
    return try null(at: mark)
  }

  private mutating func null(at mark: Int) throws(Unplain) -> YAMLNode {
    try count()
    return YAMLNode(
      content: .scalar(YAMLScalar(text: "", style: .plain)), range: SourceRange(at: mark))
  }

  private func range(from first: YAMLNode, to last: YAMLNode?) -> SourceRange {
    SourceRange(start: first.range.start, end: max(first.range.start, last?.range.end ?? 0))
  }

  private mutating func enter() throws(Unplain) {
    depth += 1
    guard depth < limits.depth else { throw Unplain() }
    try count()
  }

  mutating func count() throws(Unplain) {
    nodeCount += 1
    guard nodeCount < limits.nodes else { throw Unplain() }
  }

  // MARK: Tokens

  /// Goes to the next token.
  /// - Returns: its column; `nil` at the end of the text.
  mutating func token() throws(Unplain) -> Int? {
    while cursor < bytes.count {
      switch bytes[cursor] {
      case 0x20, 0x0D: cursor += 1
      case 0x0A: startLine(at: cursor + 1)
      case UInt8(ascii: "#"):
        guard cursor == lineStart || bytes[cursor - 1] == 0x20 else { throw Unplain() }
        cursor = lineEnd(from: cursor)
      case 0x09: throw Unplain()
      default:
        guard nodeCount == 0 || !isMarker() else { throw Unplain() }
        return cursor - lineStart
      }
    }
    return nil
  }

  mutating func startLine(at offset: Int) {
    cursor = offset
    lineStart = offset
  }

  /// Where the line ends that `offset` is on: at its line feed, or the end of the text.
  func lineEnd(from offset: Int) -> Int {
    ByteSearch.first(0x0A, in: bytes, from: offset) ?? bytes.count
  }

  /// Whether the cursor is at the end of its line.
  func isAtEnd() -> Bool {
    cursor == bytes.count || bytes[cursor] == 0x0A || bytes[cursor] == 0x0D
  }

  /// Whether the cursor is at a dash that starts an item.
  private func isDash() -> Bool { isIndicator(UInt8(ascii: "-"), at: cursor) }

  /// Whether the scalar that ends at the cursor is a key.
  private func isKey() -> Bool {
    cursor > lineStart && isIndicator(UInt8(ascii: ":"), at: cursor)
  }

  /// Whether there is this byte with a blank behind it.
  func isIndicator(_ byte: UInt8, at offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    return offset + 1 == bytes.count || bytes[offset + 1] <= 0x20
  }

  /// Whether the cursor is at what starts or ends a document.
  private func isMarker() -> Bool {
    guard cursor == lineStart, cursor + 3 <= bytes.count,
      cursor + 3 == bytes.count || bytes[cursor + 3] <= 0x20
    else { return false }
    let mark = bytes[cursor]
    return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."))
      && bytes[cursor + 1] == mark && bytes[cursor + 2] == mark
  }
}
