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
    // A script takes more room than all else, so it has its own; most parts hold none.
    /// `$(…)` or backticks.
    indirect case substitution(ShellScript, isBacktick: Bool, range: SourceRange)
    /// `$((…))`.
    case arithmetic(String)
    /// `<(…)` or `>(…)`, which POSIX does not have.
    indirect case process(ShellScript)
  }

  /// The text of a word that is one literal, as most are: it needs no list around it.
  private let plain: String?
  private let pieces: [Part]
  /// Place in the script's text.
  package let range: SourceRange

  init(parts: [Part], range: SourceRange) {
    plain = nil
    pieces = parts
    self.range = range
  }

  init(literal: String, range: SourceRange) {
    plain = literal
    pieces = []
    self.range = range
  }

  package var parts: [Part] { plain.map { [.literal($0)] } ?? pieces }

  /// The text when nothing in the word is expanded; quotes are taken away.
  package var literal: String? {
    plain ?? Self.literal(pieces)
  }

  /// The text of the parts before the first one that is expanded, or has an expansion in its quotes.
  package var literalPrefix: String {
    var prefix = plain ?? ""
    for part in pieces {
      guard let text = Self.literal([part]) else { return prefix }
      prefix += text
    }
    return prefix
  }

  /// Whether any part is in quotes.
  package var isQuoted: Bool {
    pieces.contains { part in
      switch part {
      case .singleQuoted, .doubleQuoted: true
      default: false
      }
    }
  }

  /// Calls `body` for every script inside the word.
  package func forEachSubstitution(_ body: (ShellScript) -> Void) {
    Self.visit(pieces, body)
  }

  private static func visit(_ parts: [Part], _ body: (ShellScript) -> Void) {
    for part in parts {
      switch part {
      case .substitution(let script, _, _), .process(let script): body(script)
      case .doubleQuoted(let inner): visit(inner, body)
      default: break
      }
    }
  }

  /// Calls `body` for every parameter of the word with whether it stands in double quotes; those of
  /// scripts inside the word are left out.
  package func forEachParameter(
    _ body: (_ name: String, _ operator: String, _ range: SourceRange, _ isQuoted: Bool) -> Void
  ) {
    Self.visitParameters(pieces, isQuoted: false, body)
  }

  private static func visitParameters(
    _ parts: [Part], isQuoted: Bool,
    _ body: (_ name: String, _ operator: String, _ range: SourceRange, _ isQuoted: Bool) -> Void
  ) {
    for part in parts {
      switch part {
      case .parameter(let name, let operation, let range): body(name, operation, range, isQuoted)
      case .doubleQuoted(let inner): visitParameters(inner, isQuoted: true, body)
      default: break
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
