import SystemPackage

/// Reads a tar archive as it arrives, in the formats of POSIX and GNU. Nothing in it is trusted: what
/// cannot be read is a `TarFault`, and no entry has a text of more than `longestText` bytes.
struct TarReader {
  enum Part {
    case entry(TarEntry)
    /// A piece of the content of the last entry, when that is a file.
    case content(ArraySlice<UInt8>)
  }

  private enum Use {
    case content, attributes, longName, longTarget, nothing
  }

  private enum State {
    case header
    /// Bytes that belong to an entry, then those that fill it up.
    case body(Use, left: Int, padding: Int)
    case end
  }

  private static let longestText = 1 << 20

  private var state = State.header
  private var pending: [UInt8] = []
  private var collected: [UInt8] = []
  /// What was told in front of the next entry.
  private var attributes = TarAttributes()
  private var emptyBlocks = 0

  mutating func feed(_ bytes: ArraySlice<UInt8>, _ take: (Part) throws -> Void) throws {
    var rest = bytes
    while !rest.isEmpty {
      switch state {
      case .end: return
      case .header: try readHeader(&rest, take)
      case .body(let use, let left, let padding):
        try readBody(&rest, use, left, padding, take)
      }
    }
  }

  /// - Throws: `TarFault` when the archive was cut off.
  func finish() throws {
    if case .end = state { return }
    if case .header = state, pending.isEmpty, emptyBlocks > 0 { return }
    throw TarFault("the archive is cut off")
  }

  // MARK: Headers

  private mutating func readHeader(
    _ rest: inout ArraySlice<UInt8>, _ take: (Part) throws -> Void
  ) throws {
    let missing = TarHeader.block - pending.count
    pending += rest.prefix(missing)
    rest = rest.dropFirst(missing)
    guard pending.count == TarHeader.block else { return }
    let header = pending
    pending.removeAll(keepingCapacity: true)
    if header.allSatisfy({ $0 == 0 }) {
      emptyBlocks += 1
      if emptyBlocks == 2 { state = .end }
      return
    }
    emptyBlocks = 0
    try begin(TarFields(header), take)
  }

  private mutating func begin(_ fields: TarFields, _ take: (Part) throws -> Void) throws {
    switch fields.kind {
    case "x": try collect(.attributes, fields)
    case "L": try collect(.longName, fields)
    case "K": try collect(.longTarget, fields)
    // Told for all entries; nothing in it matters here.
    case "g": skip(.nothing, try fields.size)
    default:
      let entry = try attributes.entry(fields)
      let size = try attributes.size(fields)
      attributes = TarAttributes()
      skip(entry.kind == .file ? .content : .nothing, size)
      try take(.entry(entry))
    }
  }

  private mutating func collect(_ use: Use, _ fields: TarFields) throws {
    let size = try fields.size
    guard size <= Self.longestText else { throw TarFault("a name in the archive is too long") }
    collected = []
    skip(use, size)
    if size == 0 { try complete(use) }
  }

  private mutating func skip(_ use: Use, _ size: Int) {
    guard size > 0 else { return }
    state = .body(use, left: size, padding: TarHeader.padding(size))
  }

  // MARK: Bodies

  private mutating func readBody(
    _ rest: inout ArraySlice<UInt8>, _ use: Use, _ left: Int, _ padding: Int,
    _ take: (Part) throws -> Void
  ) throws {
    let part = rest.prefix(left)
    if !part.isEmpty {
      if use == .content { try take(.content(part)) }
      if use != .content, use != .nothing { collected += part }
      rest = rest.dropFirst(part.count)
      if part.count == left { try complete(use) }
      state = .body(use, left: left - part.count, padding: padding)
    }
    guard part.count == left else { return }
    let filling = min(padding, rest.count)
    rest = rest.dropFirst(filling)
    state = filling == padding ? .header : .body(use, left: 0, padding: padding - filling)
  }

  private mutating func complete(_ use: Use) throws {
    switch use {
    case .attributes: try attributes.read(collected)
    case .longName: attributes.name = TarFields.text(collected[...])
    case .longTarget: attributes.target = TarFields.text(collected[...])
    case .content, .nothing: return
    }
    collected = []
  }
}
