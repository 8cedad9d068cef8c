import TestSupport

/// Documents `k: <scalar>` in which the scalar has a random style and text.
enum RandomScalar {
  static func document(_ random: inout SeededRandom) -> String {
    let breaks = Bool.random(using: &random) ? "\n" : "\r\n"
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "k: " + flow(&random, breaks, escape: { $0 }) + breaks
    case 1:
      let text = flow(&random, breaks) { $0 == "'" ? "''" : $0 }
      return "k: '" + text + "'" + breaks
    case 2:
      let text = flow(&random, breaks) { doubleQuoted($0) }
      return "k: \"" + text + "\"" + breaks
    default: return block(&random, breaks)
    }
  }

  private static let pieces = [
    "a", "make", " ", "  ", "é", "😀", "$X", "'", "\\", "\"", "x=1", "-", ":", "#", "\t", "0",
  ]

  private static func doubleQuoted(_ piece: String) -> String {
    switch piece {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "é": "\\u00e9"
    case "0": "\\x30"
    case "-": "\\\n   "
    default: piece
    }
  }

  private static func flow(
    _ random: inout SeededRandom, _ breaks: String, escape: (String) -> String
  ) -> String {
    (0..<Int.random(in: 1...12, using: &random)).map { _ in
      if Int.random(in: 0..<6, using: &random) == 0 {
        let count = Int.random(in: 1...3, using: &random)
        return String(repeating: breaks, count: count) + "   "
      }
      return escape(pieces.randomElement(using: &random) ?? "a")
    }.joined()
  }

  private static func block(_ random: inout SeededRandom, _ breaks: String) -> String {
    let sign = ["|", ">"].randomElement(using: &random) ?? "|"
    let chomping = ["", "-", "+"].randomElement(using: &random) ?? ""
    let explicit = Int.random(in: 0..<4, using: &random) == 0 ? "2" : ""
    let lines = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      line(&random) + breaks
    }
    return "k: " + sign + explicit + chomping + breaks + lines.joined()
  }

  private static func line(_ random: inout SeededRandom) -> String {
    if Int.random(in: 0..<4, using: &random) == 0 { return "" }
    let indent = Int.random(in: 0..<4, using: &random) == 0 ? "    " : "  "
    let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? "a"
    }
    return indent + text.joined()
  }
}
