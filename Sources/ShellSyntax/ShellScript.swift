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
    var copy = text
    self = copy.withUTF8 { bytes in
      var parser = ShellParser(ShellReader(bytes), of: text)
      return parser.parse()
    }
  }

  /// Every simple command, those inside compounds and substitutions too, in the order of the text.
  package var commands: [ShellCommand] {
    var commands: [ShellCommand] = []
    forEachCommand { commands.append($0) }
    return commands
  }

  /// Calls `body` for every simple command, outer ones before those in their words.
  package func forEachCommand(_ body: (ShellCommand) -> Void) {
    for statement in statements { Self.visit(statement, body) }
  }

  private static func visit(_ statement: ShellStatement, _ body: (ShellCommand) -> Void) {
    statement.forEachElement { element in
      switch element {
      case .simple(let command):
        body(command)
        command.forEachWord { $0.forEachSubstitution { $0.forEachCommand(body) } }
      case .compound(let compound):
        for inner in compound.body { visit(inner, body) }
      }
    }
  }
}

/// What keeps a script from being complete.
package struct ShellProblem: Hashable, Sendable {
  // Most scripts have no problem, and should take no room for one.
  package indirect enum Kind: Hashable, Sendable {
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
