/// What an archive says of one member: in front of its content and once more at the end.
struct ZipRecord {
  let entry: ZipEntry
  /// Whether the header in front has room for 64 bits.
  let isLarge: Bool
  let offset: UInt64
  var isDeflated: Bool
  var checksum: UInt32 = 0
  var compressed: UInt64 = 0
  var uncompressed: UInt64 = 0

  private static let plainVersion: UInt16 = 20
  static let largeVersion: UInt16 = 45
  static let unix: UInt16 = 3 << 8
  /// 1 January 1980, 00:00: the first moment that the format knows, so that equal files make equal
  /// archives.
  private static let date: UInt16 = 1 << 5 | 1
  private static let time: UInt16 = 0
  private static let utf8: UInt16 = 1 << 11
  private static let deflated: UInt16 = 8
  private static let stored: UInt16 = 0
  private static let largeExtra: UInt16 = 1
  /// Says that the number stands in the extra field.
  private static let elsewhere: UInt32 = .max

  /// The header in front of the content, with the sizes as they are known now.
  var header: [UInt8] {
    var bytes: [UInt8] = []
    bytes.add(UInt32(0x0403_4B50))
    bytes.add(isLarge ? Self.largeVersion : Self.plainVersion)
    addCommon(
      to: &bytes, compressed: isLarge ? Self.elsewhere : UInt32(compressed),
      uncompressed: isLarge ? Self.elsewhere : UInt32(uncompressed))
    bytes.add(UInt16(isLarge ? 20 : 0))
    bytes += entry.name
    if isLarge {
      bytes.add(Self.largeExtra)
      bytes.add(UInt16(16))
      bytes.add(uncompressed)
      bytes.add(compressed)
    }
    return bytes
  }

  /// The record in the list at the end of the archive.
  func listed(_ limits: ZipLimits) -> [UInt8] {
    let numbers = [uncompressed, compressed, offset]
    let large = numbers.filter { $0 > limits.bytes }
    func field(_ number: UInt64) -> UInt32 {
      number > limits.bytes ? Self.elsewhere : UInt32(number)
    }
    let version = isLarge || !large.isEmpty ? Self.largeVersion : Self.plainVersion
    var bytes: [UInt8] = []
    bytes.add(UInt32(0x0201_4B50))
    bytes.add(Self.unix | version)
    bytes.add(version)
    addCommon(to: &bytes, compressed: field(compressed), uncompressed: field(uncompressed))
    bytes.add(UInt16(large.isEmpty ? 0 : 4 + 8 * large.count))
    // No comment, the first disk, no internal attributes.
    for _ in 0..<3 { bytes.add(UInt16(0)) }
    bytes.add(entry.unixMode << 16)
    bytes.add(field(offset))
    bytes += entry.name
    if !large.isEmpty {
      bytes.add(Self.largeExtra)
      bytes.add(UInt16(8 * large.count))
      for number in large { bytes.add(number) }
    }
    return bytes
  }

  private func addCommon(to bytes: inout [UInt8], compressed: UInt32, uncompressed: UInt32) {
    bytes.add(entry.isNamedInUTF8 ? Self.utf8 : UInt16(0))
    bytes.add(isDeflated ? Self.deflated : Self.stored)
    bytes.add(Self.time)
    bytes.add(Self.date)
    bytes.add(checksum)
    bytes.add(compressed)
    bytes.add(uncompressed)
    bytes.add(UInt16(entry.name.count))
  }
}
