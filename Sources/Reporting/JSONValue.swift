/// A JSON value to print. Keys keep the order in which they were written, so output is stable.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Int)
  /// A number with a fraction, as it is written.
  case decimal(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The text, or null when there is none.
  package static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  package static func optional(_ flag: Bool?) -> JSONValue {
    flag.map { .bool($0) } ?? .null
  }

  /// JSON text; on one line when `indent` is nil, else with that many spaces a level.
  package func text(indent: Int? = nil) -> String {
    var output = ""
    write(to: &output, indent: indent, level: 0)
    return output
  }

  private func write(to output: inout String, indent: Int?, level: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .number(let value): output += String(value)
    case .decimal(let digits): output += digits
    case .string(let value): Self.quote(value, to: &output)
    case .array(let items):
      Self.list(items, "[", "]", to: &output, indent, level) { item, output in
        item.write(to: &output, indent: indent, level: level + 1)
      }
    case .object(let entries):
      Self.list(entries, "{", "}", to: &output, indent, level) { entry, output in
        Self.quote(entry.key, to: &output)
        output += indent == nil ? ":" : ": "
        entry.value.write(to: &output, indent: indent, level: level + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to output: inout String, _ indent: Int?,
    _ level: Int, _ write: (Item, inout String) -> Void
  ) {
    output += open
    for (index, item) in items.enumerated() {
      if index > 0 { output += "," }
      newline(to: &output, indent, level + 1)
      write(item, &output)
    }
    if !items.isEmpty { newline(to: &output, indent, level) }
    output += close
  }

  private static func newline(to output: inout String, _ indent: Int?, _ level: Int) {
    guard let indent else { return }
    output += "\n" + String(repeating: " ", count: indent * level)
  }

  private static func quote(_ text: String, to output: inout String) {
    output += "\""
    defer { output += "\"" }
    // Nearly every text is plain, and need not be looked at character by character.
    if text.utf8.allSatisfy(isPlain) {
      output += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a byte stands for itself in a JSON string, and is a character of its own.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) {
    self = .number(value)
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }
}
