/// One member of an archive, before its content.
package struct ZipEntry: Hashable, Sendable {
  /// Bytes of the path inside the archive, with `/` between the folders.
  package var name: [UInt8]
  /// Permission bits.
  package var mode: UInt32
  /// Whether the content is the target of a symbolic link.
  package var isLink: Bool
  /// Bytes that are expected; more than that may come, as long as the archive can tell of them.
  package var size: UInt64

  package init(name: [UInt8], mode: UInt32, isLink: Bool = false, size: UInt64) {
    self.name = name
    self.mode = mode
    self.isLink = isLink
    self.size = size
  }

  /// Whether the name must be told to be UTF-8; bytes that are none go as they are.
  var isNamedInUTF8: Bool {
    !name.allSatisfy { $0 < 0x80 } && String(validating: name, as: UTF8.self) != nil
  }

  private static let regularFile: UInt32 = 0o100000
  private static let symbolicLink: UInt32 = 0o120000

  /// Kind and permission bits, as Unix has them.
  var unixMode: UInt32 {
    isLink ? Self.symbolicLink | 0o777 : Self.regularFile | (mode & 0o7777)
  }
}
