#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds the end-of-command marker of the driver shell in its output.
///
/// A marker is the nonce, a space, the exit status in decimal and a line feed. The nonce begins with
/// a byte that does not occur again in a marker, so after a mismatch the search goes on at the byte
/// that did not fit, and never more than one unfinished marker is held back.
struct MarkerParser {
  /// First byte of every nonce: ASCII record separator, rare in the output of programs.
  static let firstByte: UInt8 = 0x1E

  private static let longestStatus = 3
  /// The nonce and the space after it.
  private let prefix: [UInt8]
  /// The start of what may become a marker, cut off by the end of a chunk.
  private var held: [UInt8] = []

  /// - Parameter nonce: begins with `firstByte`, which it does not hold again.
  init(nonce: [UInt8]) {
    self.prefix = nonce + [UInt8(ascii: " ")]
  }

  /// Hands each run of output bytes to `output` and the status of each marker to `end`, in order.
  mutating func feed(
    _ chunk: ArraySlice<UInt8>, output: (ArraySlice<UInt8>) -> Void, end: (Int32) -> Void
  ) {
    var position = chunk.startIndex
    if !held.isEmpty { position = continueHeld(chunk, output: output, end: end) }
    var unsent = position
    while let start = Self.find(Self.firstByte, in: chunk[position...]) {
      switch match(chunk[start...]) {
      case .marker(let status, let next):
        if unsent < start { output(chunk[unsent..<start]) }
        end(status)
        position = next
        unsent = next
      case .unfinished:
        if unsent < start { output(chunk[unsent..<start]) }
        held = Array(chunk[start...])
        return
      case .mismatch(let next):
        position = next
      }
    }
    if unsent < chunk.endIndex { output(chunk[unsent...]) }
  }

  /// Hands over what was held back, when no more output will come.
  mutating func finish(output: (ArraySlice<UInt8>) -> Void) {
    if !held.isEmpty { output(held[...]) }
    held = []
  }

  /// Completes the held bytes with the start of `chunk`; returns where the search goes on.
  private mutating func continueHeld(
    _ chunk: ArraySlice<UInt8>, output: (ArraySlice<UInt8>) -> Void, end: (Int32) -> Void
  ) -> Int {
    let heldCount = held.count
    let longest = prefix.count + Self.longestStatus + 1
    let joined = held + chunk.prefix(longest - heldCount)
    held = []
    switch match(joined[...]) {
    case .marker(let status, let next):
      end(status)
      return chunk.startIndex + next - heldCount
    case .unfinished:
      held = joined
      return chunk.endIndex
    case .mismatch(let next):
      output(joined[..<next])
      return chunk.startIndex + next - heldCount
    }
  }

  private enum Match {
    case marker(status: Int32, next: Int)
    case unfinished
    case mismatch(next: Int)
  }

  /// Compares with a marker that begins at the first byte.
  private func match(_ bytes: ArraySlice<UInt8>) -> Match {
    var index = bytes.startIndex
    for expected in prefix {
      guard index < bytes.endIndex else { return .unfinished }
      guard bytes[index] == expected else { return .mismatch(next: index) }
      index += 1
    }
    var status: Int32 = 0
    var digits = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n"), digits > 0 { return .marker(status: status, next: index + 1) }
      guard byte >= 0x30, byte <= 0x39, digits < Self.longestStatus else {
        return .mismatch(next: index)
      }
      status = status * 10 + Int32(byte - 0x30)
      digits += 1
      index += 1
    }
    return .unfinished
  }

  /// Index of the first `byte`; the C library looks at many bytes at once.
  private static func find(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Int? {
    let offset: Int? = bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return base.distance(to: UnsafeRawPointer(found))
    }
    return offset.map { bytes.startIndex + $0 }
  }
}
