import BuildspecLint
import Diagnostics
import JSONSyntax

/// What ShellCheck writes with `-f json1`: one object with all comments on all files.
struct ShellCheckOutput {
  /// Comments by the name of the file as it was given.
  private(set) var comments: [String: [ShellCheckComment]] = [:]

  /// `nil` when the bytes are something else.
  init?(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let root = try? reader.value(), reader.isAtEnd, let items = root["comments"]?.items
    else { return nil }
    let decoder = Decoder(bytes: bytes)
    for item in items {
      guard let file = item["file"]?.string, let comment = decoder.comment(item) else { return nil }
      comments[file, default: []].append(comment)
    }
  }

  /// Numbers are read from the text: the reader keeps their places alone.
  private struct Decoder {
    let bytes: [UInt8]

    func comment(_ node: JSONNode) -> ShellCheckComment? {
      guard let code = number(node["code"]), let message = node["message"]?.string,
        let level = node["level"]?.string.flatMap(ShellCheckComment.Level.init),
        let place = place(node)
      else { return nil }
      let parts = node["fix"]?["replacements"]?.items ?? []
      let replacements = parts.compactMap(replacement)
      return ShellCheckComment(
        code: code, level: level, message: message, place: place,
        replacements: replacements.count == parts.count ? replacements : [])
    }

    private func replacement(_ node: JSONNode) -> ShellCheckComment.Replacement? {
      guard let place = place(node), let text = node["replacement"]?.string else { return nil }
      return ShellCheckComment.Replacement(place: place, text: text)
    }

    private func place(_ node: JSONNode) -> ShellCheckComment.Place? {
      guard let line = number(node["line"]), let column = number(node["column"]),
        let endLine = number(node["endLine"]), let endColumn = number(node["endColumn"])
      else { return nil }
      return ShellCheckComment.Place(
        line: line, column: column, endLine: endLine, endColumn: endColumn)
    }

    private func number(_ node: JSONNode?) -> Int? {
      guard let node, node.content == .number else { return nil }
      return Int(String(decoding: bytes[node.range.start..<node.range.end], as: UTF8.self))
    }
  }
}
