/// The end of an archive, which says where the list of members is.
struct ZipEnd {
  let count: Int
  /// Offset of the list.
  let start: UInt64
  /// Bytes of the list.
  let size: UInt64

  func bytes(_ limits: ZipLimits) -> [UInt8] {
    let isLarge = count > limits.entries || start > limits.bytes || size > limits.bytes
    let shownCount = isLarge ? UInt16.max : UInt16(count)
    var bytes = isLarge ? large : []
    bytes.add(UInt32(0x0605_4B50))
    bytes.add(UInt32(0))
    bytes.add(shownCount)
    bytes.add(shownCount)
    bytes.add(isLarge ? UInt32.max : UInt32(size))
    bytes.add(isLarge ? UInt32.max : UInt32(start))
    bytes.add(UInt16(0))
    return bytes
  }

  /// The same with 64 bits, and where it stands.
  private var large: [UInt8] {
    var bytes: [UInt8] = []
    bytes.add(UInt32(0x0606_4B50))
    bytes.add(UInt64(44))
    bytes.add(ZipRecord.unix | ZipRecord.largeVersion)
    bytes.add(ZipRecord.largeVersion)
    bytes.add(UInt64(0))
    bytes.add(UInt64(count))
    bytes.add(UInt64(count))
    bytes.add(size)
    bytes.add(start)
    bytes.add(UInt32(0x0706_4B50))
    bytes.add(UInt32(0))
    bytes.add(start + size)
    bytes.add(UInt32(1))
    return bytes
  }
}
