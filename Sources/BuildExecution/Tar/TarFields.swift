/// The fields of one header.
struct TarFields {
  private let header: [UInt8]

  /// - Parameter header: one block.
  /// - Throws: `TarFault` when its sum is wrong.
  init(_ header: [UInt8]) throws {
    self.header = header
    var sum = 0
    for (index, byte) in header.enumerated() {
      // The sum counts its own field as spaces.
      sum += (148..<156).contains(index) ? 32 : Int(byte)
    }
    guard try Self.number(header[148..<156]) == sum else {
      throw TarFault("the archive is damaged")
    }
  }

  var kind: Unicode.Scalar { Unicode.Scalar(header[156]) }
  var name: [UInt8] {
    let name = Self.text(header[..<100])
    // Older formats have other things in the place of the prefix.
    guard header[257..<263].elementsEqual(Array("ustar\0".utf8)) else { return name }
    let prefix = Self.text(header[345..<500])
    return prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
  }
  var target: [UInt8] { Self.text(header[157..<257]) }
  var mode: Int { get throws { try Self.number(header[100..<108]) } }
  var user: Int { get throws { try Self.number(header[108..<116]) } }
  var group: Int { get throws { try Self.number(header[116..<124]) } }
  var size: Int { get throws { try Self.number(header[124..<136]) } }
  var modified: Int { get throws { try Self.number(header[136..<148]) } }

  /// Bytes up to the first NUL.
  static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] { Array(bytes.prefix { $0 != 0 }) }

  /// Octal digits, or what GNU puts in their place for what is larger.
  private static func number(_ field: ArraySlice<UInt8>) throws -> Int {
    if let first = field.first, first & 0x80 != 0 { return try binary(field) }
    var value = 0
    let digits = field.drop { $0 == UInt8(ascii: " ") || $0 == 0 }
      .prefix { $0 != UInt8(ascii: " ") && $0 != 0 }
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else {
        throw TarFault("the archive is damaged")
      }
      value = value * 8 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func binary(_ field: ArraySlice<UInt8>) throws -> Int {
    // Below zero are only times before 1970.
    if field.first == 0xFF { return 0 }
    var value = 0
    for byte in field.dropFirst() {
      guard value < 1 << 48 else { throw TarFault("the archive has a number that is too large") }
      value = value << 8 | Int(byte)
    }
    return value
  }
}
