import Diagnostics
import JSONSyntax

/// A file read as JSON.
struct JSONDocument {
  var root: JSONNode
  /// What is wrong around it: marks of encodings, a second value.
  var findings: [Diagnostic]

  /// The file is not JSON.
  struct Unreadable: Error {
    var findings: [Diagnostic]
  }

  static func read(_ source: SourceText) -> Result<JSONDocument, Unreadable> {
    let bytes = source.bytes
    if let finding = unreadable(bytes) { return .failure(Unreadable(findings: [finding])) }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var reader = JSONReader(bytes, from: hasMark ? 3 : 0)
    do {
      let root = try reader.value()
      let rest = reader.isAtEnd ? [] : [trailing(source, reader.offset, root)]
      return .success(JSONDocument(root: root, findings: (hasMark ? [byteOrderMark] : []) + rest))
    } catch {
      let finding = ImageFileRule.jsonSyntax.finding(
        error.message, at: error.range, help: error.help)
      return .failure(Unreadable(findings: [finding]))
    }
  }

  private static let byteOrderMark = ImageFileRule.encoding.finding(
    "the file starts with a byte order mark", at: SourceRange(start: 0, end: 3),
    severity: .warning, help: "save it as UTF-8 without the mark; not every JSON reader skips it")

  private static func unreadable(_ bytes: [UInt8]) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ImageFileRule.encoding.finding(
        "the file is UTF-16, but must be UTF-8", at: SourceRange(start: 0, end: 2),
        help: "in PowerShell write it with `Set-Content -Encoding utf8`")
    }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error:
        return ImageFileRule.encoding.finding(
          "the file is not UTF-8 from here on", at: SourceRange(start: offset, end: offset + 1))
      }
    }
  }

  private static func trailing(
    _ source: SourceText, _ offset: Int, _ root: JSONNode
  ) -> Diagnostic {
    let line = source.range(ofLine: source.lines.line(at: offset))
    let isGlued =
      root.items != nil && source.bytes[offset] == UInt8(ascii: "[")
      || root.members != nil && source.bytes[offset] == UInt8(ascii: "{")
    guard isGlued else {
      return ImageFileRule.jsonSyntax.finding(
        "text follows the end of the JSON value", at: SourceRange(start: offset, end: line.end),
        help: "remove it")
    }
    return ImageFileRule.gluedArrays.finding(
      "a second value is glued to the first", at: SourceRange(start: offset, end: offset + 1),
      related: [
        RelatedLocation(
          range: SourceRange(start: root.range.end - 1, end: root.range.end),
          message: "the first one ends here")
      ],
      help: "`printf` repeats its format when it has more arguments than `%s`: give the format "
        + "one `%s` for each, inside one value")
  }
}
