import SystemPackage

/// What stands in front of an entry's header, and counts more than the header.
struct TarAttributes {
  var name: [UInt8]?
  var target: [UInt8]?
  private var numbers: [String: Int] = [:]
  private var isSparse = false

  /// Reads the records of POSIX: `<length> <key>=<value>` and the end of the line.
  mutating func read(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
        length > space - rest.startIndex + 1, length <= rest.count
      else { throw TarFault("the archive is damaged") }
      let record = rest[(space + 1)..<(rest.startIndex + length)]
      rest = rest.dropFirst(length)
      guard record.last == UInt8(ascii: "\n"), let equals = record.firstIndex(of: UInt8(ascii: "="))
      else { throw TarFault("the archive is damaged") }
      let key = String(decoding: record[..<equals], as: UTF8.self)
      try set(key, record[(equals + 1)...].dropLast())
    }
  }

  private mutating func set(_ key: String, _ value: ArraySlice<UInt8>) throws {
    switch key {
    case "path": name = Array(value)
    case "linkpath": target = Array(value)
    case "size", "uid", "gid", "mtime":
      // Times may have a fraction.
      let digits = value.prefix { $0 != UInt8(ascii: ".") }
      guard let number = Int(String(decoding: digits, as: UTF8.self)), number < 1 << 56 else {
        throw TarFault("the archive is damaged")
      }
      numbers[key] = max(0, number)
    default: if key.hasPrefix("GNU.sparse.") { isSparse = true }
    }
  }

  /// Bytes that follow the header.
  func size(_ fields: TarFields) throws -> Int {
    // The kinds 1 to 6 are links, devices, folders and pipes.
    if ("1"..."6").contains(fields.kind) { return 0 }
    return try numbers["size"] ?? fields.size
  }

  func entry(_ fields: TarFields) throws -> TarEntry {
    let name = name ?? fields.name
    var kind = kind(fields.kind)
    if kind == .file, name.last == UInt8(ascii: "/") { kind = .folder }
    return TarEntry(
      path: try Self.path(name), kind: kind, mode: UInt32(try fields.mode & 0o7777),
      user: try numbers["uid"] ?? fields.user, group: try numbers["gid"] ?? fields.group,
      size: kind == .file ? try size(fields) : 0,
      modified: Int64(try numbers["mtime"] ?? fields.modified),
      target: try Self.path(target ?? fields.target))
  }

  private func kind(_ letter: Unicode.Scalar) -> TarEntry.Kind {
    switch letter {
    case "0", "\0", "7": isSparse ? .other : .file
    case "1": .hardLink
    case "2": .link
    case "5": .folder
    default: .other
    }
  }

  private static func path(_ bytes: [UInt8]) throws -> FilePath {
    guard !bytes.contains(0) else { throw TarFault("a name in the archive has a NUL") }
    return (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { text in
      text.baseAddress.map { FilePath(platformString: $0) } ?? FilePath()
    }
  }
}
