import SystemPackage

/// The headers of a tar archive in GNU's format, which tells names of any bytes and any length.
enum TarHeader {
  /// Everything in an archive is filled up to a multiple of this.
  static let block = 512

  static func folder(_ path: FilePath, mode: UInt32, modified: Int64) -> [UInt8] {
    header(
      name: bytes(path) + [UInt8(ascii: "/")], mode: mode, size: 0, modified: modified, kind: "5")
  }

  static func file(_ path: FilePath, _ status: FileStatus) -> [UInt8] {
    header(
      name: bytes(path), mode: status.mode, size: status.size, modified: status.modified, kind: "0")
  }

  static func link(_ path: FilePath, to target: FilePath, _ status: FileStatus) -> [UInt8] {
    header(
      name: bytes(path), mode: 0o777, size: 0, modified: status.modified, kind: "2",
      target: bytes(target))
  }

  /// - Parameter entry: anything but what is of another kind.
  static func entry(_ entry: TarEntry) -> [UInt8] {
    let kind: Unicode.Scalar =
      switch entry.kind {
      case .folder: "5"
      case .link: "2"
      case .hardLink: "1"
      case .file, .other: "0"
      }
    let end = entry.kind == .folder ? [UInt8(ascii: "/")] : []
    return header(
      name: bytes(entry.path) + end, mode: entry.mode, size: entry.size,
      modified: entry.modified, kind: kind, target: bytes(entry.target),
      owner: (entry.user, entry.group))
  }

  /// The end of an archive.
  static var end: [UInt8] { [UInt8](repeating: 0, count: 2 * block) }

  /// Bytes that fill a content up.
  static func padding(_ size: Int) -> Int { (block - size % block) % block }

  private static let nameLength = 100

  private static func header(
    name: [UInt8], mode: UInt32, size: Int, modified: Int64, kind: Unicode.Scalar,
    target: [UInt8] = [], owner: (user: Int, group: Int) = (0, 0)
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    put(name.prefix(nameLength), at: 0, in: &header)
    put(octal(Int(mode), 7), at: 100, in: &header)
    put(number(owner.user, digits: 7), at: 108, in: &header)
    put(number(owner.group, digits: 7), at: 116, in: &header)
    put(number(size, digits: 11), at: 124, in: &header)
    put(number(Int(max(0, modified)), digits: 11), at: 136, in: &header)
    header[156] = UInt8(ascii: kind)
    put(target.prefix(nameLength), at: 157, in: &header)
    put(Array("ustar  ".utf8), at: 257, in: &header)
    // The sum counts its own field as spaces.
    put([UInt8](repeating: UInt8(ascii: " "), count: 8), at: 148, in: &header)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6) + [0], at: 148, in: &header)
    return long(target, kind: "K") + long(name, kind: "L") + header
  }

  /// An entry of its own for a text that the header of its file has no room for.
  private static func long(_ text: [UInt8], kind: Unicode.Scalar) -> [UInt8] {
    guard text.count > nameLength else { return [] }
    let name = Array("././@LongLink".utf8)
    return header(name: name, mode: 0, size: text.count + 1, modified: 0, kind: kind) + text
      + [UInt8](repeating: 0, count: 1 + padding(text.count + 1))
  }

  private static func put(_ bytes: some Collection<UInt8>, at offset: Int, in header: inout [UInt8])
  {
    header.replaceSubrange(offset..<offset + bytes.count, with: bytes)
  }

  private static func octal(_ value: Int, _ width: Int) -> [UInt8] {
    let digits = Array(String(value, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, width - digits.count)) + digits
  }

  /// Octal digits, or what GNU puts in their place for what is larger.
  private static func number(_ value: Int, digits: Int) -> [UInt8] {
    guard value >= 1 << (3 * digits) else { return octal(value, digits) }
    let big = withUnsafeBytes(of: UInt64(value).bigEndian) { Array($0) }
    let filling = [UInt8](repeating: 0, count: max(0, digits - big.count))
    return [0x80] + (filling + big).suffix(digits)
  }

  private static func bytes(_ path: FilePath) -> [UInt8] {
    path.withPlatformString { text in
      UnsafeBufferPointer(start: text, count: path.length).map { UInt8(bitPattern: $0) }
    }
  }
}
