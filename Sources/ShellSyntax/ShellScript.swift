package import Diagnostics

/// A script as a tolerant reader of POSIX shell and bash sees it: enough to ask which commands run,
/// with which words, joined how. It expands nothing.
package struct ShellScript: Hashable, Sendable {
  package var statements: [ShellStatement]
  /// Why the script cannot be complete, such as a quote that is never closed.
  package var problem: ShellProblem?

  /// Delimiter of a here-document that the text does not end. Shells take what there is.
  package var openHeredoc: String?

  package init(
    statements: [ShellStatement] = [], problem: ShellProblem? = nil, openHeredoc: String? = nil
  ) {
    self.statements = statements
    self.problem = problem
    self.openHeredoc = openHeredoc
  }

  /// Reads a text. Never fails: what cannot be read is in `problem`.
  package init(parsing text: String) {
    var parser = ShellParser(Array(text.utf8))
    self = parser.parse()
  }

  /// Every simple command, those inside compounds and substitutions too, in the order of the text.
  package var commands: [ShellCommand] {
    var commands: [ShellCommand] = []
    forEachCommand { commands.append($0) }
    return commands
  }

  /// Calls `body` for every simple command, outer ones before those in their words.
  package func forEachCommand(_ body: (ShellCommand) -> Void) {
    for statement in statements {
      for element in statement.first.elements { Self.visit(element, body) }
      for link in statement.rest {
        for element in link.pipeline.elements { Self.visit(element, body) }
      }
    }
  }

  private static func visit(_ element: ShellElement, _ body: (ShellCommand) -> Void) {
    switch element {
    case .simple(let command):
      body(command)
      for word in command.words { word.forEachSubstitution { $0.forEachCommand(body) } }
      for assignment in command.assignments {
        assignment.value?.forEachSubstitution { $0.forEachCommand(body) }
      }
    case .compound(let compound):
      ShellScript(statements: compound.body).forEachCommand(body)
    }
  }
}

/// What keeps a script from being complete.
package struct ShellProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A quote or an expansion that is never closed.
    case unclosed(String)
    /// A compound command without its last word, such as an `if` without `fi`.
    case missing(String, for: String)
    /// A word or operator where none can stand.
    case unexpected(String)
  }

  package var kind: Kind
  package var range: SourceRange
}

extension ShellWord {
  /// Calls `body` for every script inside the word.
  package func forEachSubstitution(_ body: (ShellScript) -> Void) {
    Self.visit(parts, body)
  }

  /// Calls `body` for every parameter of the word with whether it stands in double quotes; those of
  /// scripts inside the word are left out.
  package func forEachParameter(
    _ body: (_ name: String, _ operator: String, _ range: SourceRange, _ isQuoted: Bool) -> Void
  ) {
    Self.visitParameters(parts, isQuoted: false, body)
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
}
