/// Versions inside the words of programs and folders.
enum VersionText {
  /// The first number with its parts, such as `1.22.1` of `go version go1.22.1 linux/amd64`.
  /// `nil` when there is no number.
  static func first(in text: String) -> String? {
    guard let start = text.utf8.firstIndex(where: isDigit) else { return nil }
    let rest = text.utf8[start...]
    let end = rest.firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") } ?? rest.endIndex
    var version = rest[..<end]
    while version.last == UInt8(ascii: ".") { version.removeLast() }
    return String(version)
  }

  /// The version in the name of a folder: after the prefix or a `v`, and before nothing but what a
  /// hyphen parts from it. `nil` when the name is of another form.
  static func whole(of name: String, prefix: String) -> String? {
    guard name.hasPrefix(prefix) else { return nil }
    var rest = name.dropFirst(prefix.count)
    if prefix.isEmpty, rest.first == "v" { rest.removeFirst() }
    guard let version = first(in: String(rest)), rest.hasPrefix(version) else { return nil }
    let end = rest.dropFirst(version.count)
    return end.isEmpty || end.hasPrefix("-") ? version : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
