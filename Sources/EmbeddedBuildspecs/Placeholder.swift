package import Diagnostics

/// `${…}` of a template, for which something is put before CodeBuild sees the text.
package struct Placeholder: Hashable, Sendable {
  /// Its place in the embedded text.
  package var range: SourceRange
  /// As the template has it.
  package var written: String
  /// What stands in the embedded text instead: a word of the same length, which neither YAML nor a
  /// shell reads anything into, and which rules take for the stand-in of a secret.
  package var word: String

  init(written: ArraySlice<UInt8>, at offset: Int) {
    self.written = String(decoding: written, as: UTF8.self)
    let name = written.dropFirst(2).dropLast().map { Self.isPart($0) ? $0 : UInt8(ascii: "_") }
    word = "xxx" + String(decoding: name, as: UTF8.self)
    range = SourceRange(start: offset, end: offset + written.count)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
