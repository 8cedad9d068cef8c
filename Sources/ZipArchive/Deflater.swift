import CZlib

/// Compresses with zlib, one stream after the other. The one file that knows zlib.
final class Deflater {
  /// Bytes that are handed over at a time.
  static let chunk = 64 * 1024
  /// What `zip` and most others take.
  private static let level: Int32 = 6
  private static let memoryLevel: Int32 = 8

  private var stream = z_stream()
  private var output = [UInt8](repeating: 0, count: chunk)
  private(set) var checksum: UInt32 = 0

  init() throws {
    // Negative: bare deflate, without zlib's own head.
    let status = deflateInit2_(
      &stream, Self.level, Z_DEFLATED, -MAX_WBITS, Self.memoryLevel, Z_DEFAULT_STRATEGY,
      ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw ZipProblem("zlib cannot start (status \(status))") }
  }

  deinit {
    deflateEnd(&stream)
  }

  /// Begins a new stream.
  func reset() {
    deflateReset(&stream)
    checksum = 0
  }

  /// Adds to the checksum alone, for bytes that are kept as they are.
  func sum(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      checksum = UInt32(truncatingIfNeeded: crc32(UInt(checksum), base, UInt32(buffer.count)))
    }
  }

  func add(_ bytes: ArraySlice<UInt8>, to sink: (ArraySlice<UInt8>) throws -> Void) throws {
    sum(bytes)
    try bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      stream.next_in = UnsafeMutablePointer(mutating: base)
      stream.avail_in = UInt32(buffer.count)
      defer { stream.next_in = nil }
      try pump(Z_NO_FLUSH, sink)
    }
  }

  func finish(to sink: (ArraySlice<UInt8>) throws -> Void) throws {
    try pump(Z_FINISH, sink)
  }

  /// Has zlib work until it wants more input or is done.
  private func pump(_ flush: Int32, _ sink: (ArraySlice<UInt8>) throws -> Void) throws {
    while true {
      let (status, count) = output.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        let status = deflate(&stream, flush)
        return (status, buffer.count - Int(stream.avail_out))
      }
      guard status != Z_STREAM_ERROR else { throw ZipProblem("zlib cannot compress") }
      if count > 0 { try sink(output[..<count]) }
      if status == Z_STREAM_END || stream.avail_out > 0 { return }
    }
  }
}
