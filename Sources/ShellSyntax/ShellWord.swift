package import Diagnostics

/// One word of a command, as the shell splits them, with its quoting.
package struct ShellWord: Hashable, Sendable {
  /// A piece of a word.
  package enum Part: Hashable, Sendable {
    case literal(String)
    case singleQuoted(String)
    case doubleQuoted([Part])
    /// `$NAME`, `${NAME…}`. The operator is what follows the name inside the braces.
    case parameter(name: String, operator: String, range: SourceRange)
    /// `$(…)` or backticks.
    case substitution(ShellScript, isBacktick: Bool, range: SourceRange)
    /// `$((…))`.
    case arithmetic(String)
    /// `<(…)` or `>(…)`, which POSIX does not have.
    case process(ShellScript)
  }

  package var parts: [Part]
  /// Place in the script's text.
  package var range: SourceRange

  /// The text when nothing in the word is expanded; quotes are taken away.
  package var literal: String? {
    Self.literal(parts)
  }

  /// The literal text before the first expansion, and `nil` in place of what is expanded after it.
  package var literalPrefix: String {
    var prefix = ""
    for part in parts {
      guard let text = Self.literal([part]) else { return prefix }
      prefix += text
    }
    return prefix
  }

  /// Whether any part is in quotes.
  package var isQuoted: Bool {
    parts.contains { part in
      switch part {
      case .singleQuoted, .doubleQuoted: true
      default: false
      }
    }
  }

  private static func literal(_ parts: [Part]) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let piece), .singleQuoted(let piece): text += piece
      case .doubleQuoted(let inner):
        guard let piece = literal(inner) else { return nil }
        text += piece
      default: return nil
      }
    }
    return text
  }
}
