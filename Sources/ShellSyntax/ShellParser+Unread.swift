import Diagnostics

/// Words that were only stepped over at first.
extension ShellParser {
  /// The parts of the word that stands at a place of a script.
  static func parts(of text: String, at place: SourceRange) -> [ShellWord.Part] {
    read(text, at: place) { $0.parts() }
  }

  /// Calls `body` for each parameter of the word, which has no scripts inside.
  static func forEachParameter(
    of text: String, at place: SourceRange, _ body: ShellWord.ParameterVisitor
  ) {
    read(text, at: place) { $0.forEachParameter(body) }
  }

  private static func read<Value>(
    _ text: String, at place: SourceRange, _ body: (inout ShellParser) -> Value
  ) -> Value {
    var copy = text
    return copy.withUTF8 { bytes in
      let word = ShellReader(bytes).piece(place.start..<place.end)
      var parser = ShellParser(word, of: text)
      return body(&parser)
    }
  }

  private mutating func forEachParameter(_ body: ShellWord.ParameterVisitor) {
    var isQuoted = false
    while let byte = reader.peek() {
      switch byte {
      case UInt8(ascii: "$"):
        if case .parameter(let name, let operation, let range) = dollar() {
          body(name, operation, range, isQuoted)
        }
      case UInt8(ascii: "\\"): reader.advance(2)
      case UInt8(ascii: "'") where !isQuoted: _ = reader.skipSingleQuoted()
      default:
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        reader.advance()
      }
    }
  }
}
