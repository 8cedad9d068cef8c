import ShellSyntax

extension ShellWord {
  /// The text before the first expansion, that in double quotes too.
  var start: String {
    if let literal { return literal }
    var text = ""
    _ = Self.take(parts, into: &text)
    return text
  }

  /// Whether all of the parts were text.
  private static func take(_ parts: [Part], into text: inout String) -> Bool {
    for part in parts {
      switch part {
      case .literal(let piece), .singleQuoted(let piece): text += piece
      case .doubleQuoted(let inner):
        guard take(inner, into: &text) else { return false }
      default: return false
      }
    }
    return true
  }
}
