/// Writing of text that every POSIX shell reads back as it is.
package enum ShellQuoting {
  package static func quoted(_ text: String) -> String {
    // As bytes, since scripts may be long.
    let quote = UInt8(ascii: "'")
    guard text.utf8.contains(quote) else { return "'\(text)'" }
    var bytes = [quote]
    for byte in text.utf8 {
      if byte == quote { bytes += #"'\''"#.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes + [quote], as: UTF8.self)
  }
}
