/// Text inside one cell of a Markdown table.
enum MarkdownText {
  /// Words in backticks stay code; everything else is shown as it stands.
  static func escaped(_ text: String) -> String {
    let ticks = text.utf8.filter { $0 == UInt8(ascii: "`") }.count
    let hasCode = ticks.isMultiple(of: 2)
    var isCode = false
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "`" where hasCode:
        isCode.toggle()
        output += "`"
      case "|": output += "\\|"
      case "\u{0}"..."\u{1F}", "\u{7F}": output += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "#", "~", "$":
        output += isCode ? "" : "\\"
        output.unicodeScalars.append(scalar)
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
