extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The place of the last slash. The standard library's search takes a path character by character.
  var lastSlash: Index? {
    let offset = utf8.withContiguousStorageIfAvailable { $0.lastIndex(of: UInt8(ascii: "/")) }
    guard let offset else { return utf8.lastIndex(of: UInt8(ascii: "/")) }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }
}
