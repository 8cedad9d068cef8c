/// A secret between quotes of the shell, as `set -x`, `export -p` and `declare -p` print it.
enum QuotedForms {
  static func all(of value: [UInt8]) -> Set<[UInt8]> {
    let text = String(decoding: value, as: UTF8.self)
    return [
      Array(replacing(text, ["'": "'\\''"]).utf8), Array(replacing(text, ["'": "'\"'\"'"]).utf8),
      Array(replacing(text, ["\"": "\\\"", "\\": "\\\\", "$": "\\$", "`": "\\`"]).utf8),
    ]
  }

  private static func replacing(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if let other = table[scalar] { result += other } else { result.unicodeScalars.append(scalar) }
    }
  }
}
