/// Gathers what is written, so that many small files do not make many small writes.
struct ZipBuffer {
  private static let limit = 1 << 20

  private let output: any ZipOutput
  private var pending: [UInt8] = []
  private var written: UInt64 = 0

  init(_ output: any ZipOutput) {
    self.output = output
    pending.reserveCapacity(Self.limit + Deflater.chunk)
  }

  /// Bytes appended so far.
  var offset: UInt64 { written + UInt64(pending.count) }

  /// Appends bytes, which stay together: a later patch of them never meets the middle of a write.
  mutating func append(_ bytes: ArraySlice<UInt8>) throws {
    pending += bytes
    if pending.count >= Self.limit { try flush() }
  }

  mutating func append(_ bytes: [UInt8]) throws { try append(bytes[...]) }

  mutating func patch(_ bytes: [UInt8], at offset: UInt64) throws {
    guard offset >= written else { return try output.overwrite(bytes, at: offset) }
    let start = Int(offset - written)
    pending.replaceSubrange(start..<start + bytes.count, with: bytes)
  }

  mutating func flush() throws {
    guard !pending.isEmpty else { return }
    try output.append(pending[...])
    written += UInt64(pending.count)
    pending.removeAll(keepingCapacity: true)
  }
}
