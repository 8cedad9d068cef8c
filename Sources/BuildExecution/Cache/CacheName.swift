/// Under which name an archive of the cache is kept.
///
/// The version stands for the paths that are cached and for where, so that the same key with other paths,
/// or in a container, is another cache. The key is written so that every file system and S3 take it, and can be read back.
package struct CacheName: Hashable, Sendable {
  /// Sixteen hexadecimal digits.
  package var version: String
  /// `nil` for the one cache of a project that names no key.
  package var key: String?

  package static let fileEnd = ".tar.zst"
  /// No key is written like this.
  private static let withoutKey = "@project"
  /// Bytes of a name; file systems take 255 with the ending.
  private static let limit = 240

  package init(version: String, key: String?) {
    self.version = version
    self.key = key
  }

  /// - Parameter system: where the files are of use; `nil` stands for this machine.
  init(paths: [String], key: String?, system: String?) {
    // No path is empty.
    let parts = paths + (system.map { ["", $0] } ?? [])
    let digest = SHA256.digest(parts.joined(separator: "\0").utf8)
    self.init(version: digest.prefix(8).hexadecimal, key: key)
  }

  /// The key of a file; `nil` when the file is none of the cache.
  package init?(version: String, fileName: String) {
    guard fileName.hasSuffix(Self.fileEnd) else { return nil }
    let name = fileName.dropLast(Self.fileEnd.count)
    if name == Self.withoutKey {
      self.init(version: version, key: nil)
    } else if let key = Self.decoded(name) {
      self.init(version: version, key: key)
    } else {
      return nil
    }
  }

  /// Name of the file; `nil` when the key is too long for one.
  package var fileName: String? {
    let name = key.map(Self.encoded) ?? Self.withoutKey
    return name.utf8.count <= Self.limit ? name + Self.fileEnd : nil
  }

  private static func encoded(_ key: String) -> String {
    key.utf8.map { byte in
      isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + CollectionOfOne(byte).hexadecimal
    }.joined()
  }

  private static func decoded(_ name: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
          return nil
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else if isPlain(byte) {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
