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

  /// Few rules look into a word, so that only those are read at once that have scripts inside.
  private enum Content: Hashable, Sendable {
    case literal(String)
    /// A word with quotes, escapes or parameters, and the script's text.
    case unread(String, isExpanded: Bool)
    case parts([Part])
  }

  private let content: Content
  /// Place in the script's text.
  package let range: SourceRange

  /// A word without quotes and expansions.
  init(literal: String, range: SourceRange) {
    content = .literal(literal)
    self.range = range
  }

  /// A word without scripts inside; `isExpanded` tells whether it has parameters.
  init(in text: String, isExpanded: Bool, range: SourceRange) {
    content = .unread(text, isExpanded: isExpanded)
    self.range = range
  }

  init(parts: [Part], range: SourceRange) {
    content = .parts(parts)
    self.range = range
  }

  package var parts: [Part] {
    switch content {
    case .literal(let text): [.literal(text)]
    case .unread(let text, _): ShellParser.parts(of: text, at: range)
    case .parts(let parts): parts
    }
  }

  /// The text when nothing in the word is expanded; quotes are taken away.
  package var literal: String? {
    switch content {
    case .literal(let text): text
    case .unread(_, isExpanded: true): nil
    case .unread, .parts: Part.text(of: parts)
    }
  }

  /// The text of the parts before the first one that is expanded, or has an expansion in its quotes.
  package var literalPrefix: String {
    if case .literal(let text) = content { return text }
    return Part.prefix(of: parts)
  }

  /// Whether any part is in quotes.
  package var isQuoted: Bool {
    if case .literal = content { return false }
    return parts.contains(where: \.isQuoted)
  }

  /// Whether a part is `<(…)` or `>(…)`.
  package var hasProcess: Bool {
    guard case .parts(let parts) = content else { return false }
    return parts.contains { if case .process = $0 { true } else { false } }
  }

  /// Calls `body` for every script inside the word.
  package func forEachSubstitution(_ body: (ShellScript) -> Void) {
    guard case .parts(let parts) = content else { return }
    for part in parts { part.forEachSubstitution(body) }
  }

  /// What is done with a parameter, and whether it stands in double quotes.
  package typealias ParameterVisitor = (
    _ name: String, _ operator: String, _ range: SourceRange, _ isQuoted: Bool
  ) -> Void

  /// Calls `body` for every parameter of the word; those of scripts inside the word are left out.
  package func forEachParameter(_ body: ParameterVisitor) {
    switch content {
    case .literal, .unread(_, isExpanded: false): break
    case .unread(let text, _): ShellParser.forEachParameter(of: text, at: range, body)
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
