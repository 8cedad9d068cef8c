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

  /// Most words are one literal, and most others one part: these need no list.
  private enum Content: Hashable, Sendable {
    case literal(String)
    case part(Part)
    case parts([Part])
  }

  private let content: Content
  /// Place in the script's text.
  package let range: SourceRange

  init(literal: String, range: SourceRange) {
    content = .literal(literal)
    self.range = range
  }

  init(part: Part, range: SourceRange) {
    content = .part(part)
    self.range = range
  }

  init(parts: [Part], range: SourceRange) {
    content = .parts(parts)
    self.range = range
  }

  package var parts: [Part] {
    switch content {
    case .literal(let text): [.literal(text)]
    case .part(let part): [part]
    case .parts(let parts): parts
    }
  }

  /// The text when nothing in the word is expanded; quotes are taken away.
  package var literal: String? {
    switch content {
    case .literal(let text): text
    case .part(let part): part.text
    case .parts(let parts): Part.text(of: parts)
    }
  }

  /// The text of the parts before the first one that is expanded, or has an expansion in its quotes.
  package var literalPrefix: String {
    switch content {
    case .literal(let text): text
    case .part(let part): part.text ?? ""
    case .parts(let parts): Part.prefix(of: parts)
    }
  }

  /// Whether any part is in quotes.
  package var isQuoted: Bool {
    switch content {
    case .literal: false
    case .part(let part): part.isQuoted
    case .parts(let parts): parts.contains(where: \.isQuoted)
    }
  }

  /// Calls `body` for every script inside the word.
  package func forEachSubstitution(_ body: (ShellScript) -> Void) {
    switch content {
    case .literal: break
    case .part(let part): part.forEachSubstitution(body)
    case .parts(let parts): for part in parts { part.forEachSubstitution(body) }
    }
  }

  /// What is done with a parameter, and whether it stands in double quotes.
  package typealias ParameterVisitor = (
    _ name: String, _ operator: String, _ range: SourceRange, _ isQuoted: Bool
  ) -> Void

  /// Calls `body` for every parameter of the word; those of scripts inside the word are left out.
  package func forEachParameter(_ body: ParameterVisitor) {
    switch content {
    case .literal: break
    case .part(let part): part.forEachParameter(isQuoted: false, body)
    case .parts(let parts): for part in parts { part.forEachParameter(isQuoted: false, body) }
    }
  }
}

extension ShellWord.Part {
  /// The text when nothing in the part is expanded.
  fileprivate var text: String? {
    switch self {
    case .literal(let text), .singleQuoted(let text): text
    case .doubleQuoted(let inner): Self.text(of: inner)
    default: nil
    }
  }

  fileprivate static func text(of parts: [Self]) -> String? {
    var text = ""
    for part in parts {
      guard let piece = part.text else { return nil }
      text += piece
    }
    return text
  }

  fileprivate static func prefix(of parts: [Self]) -> String {
    var prefix = ""
    for part in parts {
      guard let piece = part.text else { break }
      prefix += piece
    }
    return prefix
  }

  fileprivate var isQuoted: Bool {
    switch self {
    case .singleQuoted, .doubleQuoted: true
    default: false
    }
  }

  fileprivate func forEachSubstitution(_ body: (ShellScript) -> Void) {
    switch self {
    case .substitution(let script, _, _), .process(let script): body(script)
    case .doubleQuoted(let inner): for part in inner { part.forEachSubstitution(body) }
    default: break
    }
  }

  fileprivate func forEachParameter(isQuoted: Bool, _ body: ShellWord.ParameterVisitor) {
    switch self {
    case .parameter(let name, let operation, let range): body(name, operation, range, isQuoted)
    case .doubleQuoted(let inner):
      for part in inner { part.forEachParameter(isQuoted: true, body) }
    default: break
    }
  }
}
