/// The name of a container image: `[registry[:port]/]path[:tag][@digest]`.
///
/// Source: the grammar of references that Docker's clients and registries share.
package struct ImageReference: Hashable, Sendable {
  package var registry: String?
  package var path: String
  package var tag: String?
  package var digest: String?

  /// Reads a name; the error is the end of a sentence about it.
  package init(_ text: String) throws(ImageReferenceFault) {
    try Self.checkCharacters(text)
    var rest = text[...]
    if let at = rest.firstIndex(of: "@") {
      digest = try Self.digest(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    let lastSlash = rest.lastIndex(of: "/") ?? rest.startIndex
    if let colon = rest[lastSlash...].lastIndex(of: ":") {
      tag = try Self.tag(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    if let slash = rest.firstIndex(of: "/"), Self.isRegistry(rest[..<slash]) {
      registry = try Self.registry(rest[..<slash])
      rest = rest[rest.index(after: slash)...]
    }
    path = try Self.path(rest)
    guard path.utf8.count + (registry?.utf8.count ?? 0) < 255 else {
      throw ImageReferenceFault("is longer than 255 characters without its tag")
    }
  }

  private static func checkCharacters(_ text: String) throws(ImageReferenceFault) {
    if text.isEmpty { throw ImageReferenceFault("is empty", help: emptyVariable) }
    if text.contains("$") {
      throw ImageReferenceFault(
        "holds a `$`", help: "the variable was not put in: single quotes keep it from the shell")
    }
    if text.contains("://") {
      throw ImageReferenceFault("starts like a URL", help: "leave out the part up to `//`")
    }
    if let bad = text.first(where: { $0.isWhitespace || !$0.isASCII || "<>{}\"'".contains($0) }) {
      throw ImageReferenceFault(
        bad.isWhitespace ? "holds a blank or a line break" : "holds `\(bad)`")
    }
  }

  /// A first component is a registry when it could be no part of a path.
  private static func isRegistry(_ text: Substring) -> Bool {
    text.isEmpty || text == "localhost" || text.hasPrefix("[")
      || text.contains { $0 == "." || $0 == ":" || $0.isUppercase }
  }

  private static func registry(_ text: Substring) throws(ImageReferenceFault) -> String {
    if text.isEmpty { throw ImageReferenceFault("starts with `/`", help: emptyVariable) }
    var host = text
    if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
      host = text[..<colon]
      let port = text[text.index(after: colon)...]
      guard !port.isEmpty, port.utf8.allSatisfy(isDigit) else {
        throw ImageReferenceFault("has the port `\(port)`, which is no number")
      }
    }
    let isAddress =
      host.hasPrefix("[") && host.hasSuffix("]")
      && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" }
    let isName = host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.hasPrefix("-") && !part.hasSuffix("-")
        && part.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
    guard isAddress || isName else {
      throw ImageReferenceFault("has the registry `\(host)`, which is no host name")
    }
    return String(text)
  }

  private static func path(_ text: Substring) throws(ImageReferenceFault) -> String {
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty {
        throw ImageReferenceFault("has an empty part in its path", help: emptyVariable)
      }
      if part.contains(where: \.isUppercase) {
        throw ImageReferenceFault(
          "has capital letters in its path `\(part)`", help: "repositories have small letters")
      }
      guard isPathComponent(part) else {
        throw ImageReferenceFault(
          "has `\(part)` in its path",
          help: "a part has small letters and digits, with `.`, `_`, `__` or `-` between them")
      }
    }
    return String(text)
  }

  /// Small letters and digits in groups, with one separator between two groups.
  private static func isPathComponent(_ text: Substring) -> Bool {
    var separator: [UInt8] = []
    var hasGroup = false
    for byte in text.utf8 {
      if isAlphanumeric(byte) {
        guard separator.isEmpty || (hasGroup && isSeparator(separator)) else { return false }
        separator = []
        hasGroup = true
      } else {
        separator.append(byte)
      }
    }
    return hasGroup && separator.isEmpty
  }

  private static func isSeparator(_ bytes: [UInt8]) -> Bool {
    bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "_")]
      || bytes == [UInt8(ascii: "_"), UInt8(ascii: "_")]
      || bytes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func tag(_ text: Substring) throws(ImageReferenceFault) -> String {
    if text.isEmpty { throw ImageReferenceFault("has an empty tag", help: emptyVariable) }
    guard text.utf8.count <= 128 else {
      throw ImageReferenceFault("has a tag of more than 128 characters")
    }
    let isGood = text.utf8.allSatisfy {
      isAlphanumeric($0) || "_.-".utf8.contains($0)
    }
    guard isGood, !text.hasPrefix("."), !text.hasPrefix("-") else {
      throw ImageReferenceFault(
        "has the tag `\(text)`", help: "a tag has letters, digits, `_`, `.` and `-`")
    }
    return String(text)
  }

  private static func digest(_ text: Substring) throws(ImageReferenceFault) -> String {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ isAlphanumeric($0) || "+._-".utf8.contains($0) }),
      parts[1].utf8.count >= 32, parts[1].allSatisfy(\.isHexDigit),
      parts[0] != "sha256" || parts[1].utf8.count == 64
    else {
      throw ImageReferenceFault(
        "has the digest `\(text.prefix(20))`", help: "a digest is `sha256:` and 64 hex digits")
    }
    return String(text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static let emptyVariable = "a variable in it may have been empty"
}
