/// Writes a ZIP archive, member by member, with bounded memory: contents are streamed, and only the
/// list of members is kept. The same members in the same order give the same bytes.
package struct ZipWriter {
  private let limits: ZipLimits
  private var buffer: ZipBuffer
  private let deflater: Deflater
  private var records: [ZipRecord] = []

  package init(to output: any ZipOutput, limits: ZipLimits = ZipLimits()) throws {
    self.limits = limits
    self.buffer = ZipBuffer(output)
    self.deflater = try Deflater()
  }

  /// Adds a member. `content` hands its bytes to the function it is given, in parts of any length.
  package mutating func add(
    _ entry: ZipEntry, content: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    guard entry.name.count <= Int(UInt16.max) else {
      throw ZipProblem("a path of \(entry.name.count) bytes is too long for a ZIP archive")
    }
    // To deflate the target of a link would spare nothing, and some readers expect it plain.
    let isDeflated = entry.size > 0 && !entry.isLink
    var record = ZipRecord(
      entry: entry, isLarge: limits.isLarge(entry.size), offset: buffer.offset,
      isDeflated: isDeflated)
    try buffer.append(record.header)
    let start = buffer.offset
    try write(&record, content)
    record.compressed = buffer.offset - start
    record.checksum = deflater.checksum
    let largest = max(record.compressed, record.uncompressed)
    guard record.isLarge || largest <= limits.bytes else {
      throw ZipProblem("\(name(of: entry)) grew while it was read")
    }
    // Once more, now that checksum and sizes are known.
    try buffer.patch(record.header, at: record.offset)
    records.append(record)
  }

  private mutating func write(
    _ record: inout ZipRecord, _ content: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    deflater.reset()
    let isDeflated = record.isDeflated
    var count: UInt64 = 0
    try content { part in
      count += UInt64(part.count)
      if isDeflated {
        try deflater.add(part) { try buffer.append($0) }
      } else {
        deflater.sum(part)
        try buffer.append(part)
      }
    }
    if isDeflated { try deflater.finish { try buffer.append($0) } }
    record.uncompressed = count
  }

  /// Writes the list of members. Nothing can be added after it.
  package mutating func finish() throws {
    let start = buffer.offset
    for record in records { try buffer.append(record.listed(limits)) }
    let size = buffer.offset - start
    try buffer.append(ZipEnd(count: records.count, start: start, size: size).bytes(limits))
    try buffer.flush()
  }

  private func name(of entry: ZipEntry) -> String { String(decoding: entry.name, as: UTF8.self) }
}
