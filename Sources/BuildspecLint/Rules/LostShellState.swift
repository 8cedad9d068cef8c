import BuildspecModel
import Diagnostics
import ShellSyntax

/// Functions, aliases and arrays used in a later item.
enum LostShellState: ShellRule {
  static let info = RuleInfo(
    "BS405", "lost-shell-state", .warning,
    summary: """
      A function, alias or array is used in a later command, where it is lost.
      """,
    why: """
      CodeBuild runs each item as a script of its own. Variables and the folder carry over; \
      functions, aliases and arrays do not.
      """,
    bad: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - greet() { echo hello; }
            - greet
      """,
    good: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - |
              greet() { echo hello; }
              greet
      """,
    source: """
      aws-cdk issue 26694 (the service team on arrays); scripts of the service in build logs.
      """)

  /// Something that lives for one item only.
  private struct Piece {
    var name: String
    var kind: String
    var range: SourceRange

    func isSame(as other: Piece) -> Bool { name == other.name && kind == other.kind }
  }

  static let signs: [StaticString] = ["()", "function", "=("]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var defined: [Piece] = []
    var findings: [Diagnostic] = []
    for item in shell.items {
      let own = item.holds(signs) ? definitions(item) : []
      for use in defined.isEmpty ? [] : uses(item) where !own.contains(where: use.isSame) {
        guard let definition = defined.last(where: use.isSame) else { continue }
        findings.append(
          finding(
            "the \(use.kind) `\(use.name)` does not reach this command",
            at: item.range(of: use.range),
            related: [
              RelatedLocation(range: definition.range, message: "defined in another command")
            ],
            help: "define it in the same item, or put it into a script file"))
      }
      defined += own
    }
    return findings
  }

  private static func definitions(_ item: ShellItem) -> [Piece] {
    var pieces: [Piece] = []
    for element in item.script.statements.flatMap(\.pipelines).flatMap(\.elements) {
      switch element {
      case .compound(let compound):
        if case .function(let name, _) = compound.kind {
          pieces.append(Piece(name: name, kind: "function", range: item.range(of: compound.range)))
        }
      case .simple(let command):
        for array in command.assignments where array.value == nil {
          pieces.append(Piece(name: array.name, kind: "array", range: item.range(of: array.range)))
        }
      }
    }
    return pieces
  }

  private static func uses(_ item: ShellItem) -> [Piece] {
    var uses: [Piece] = []
    for command in item.commands {
      if let name = command.name, let word = command.words.first {
        uses.append(Piece(name: name, kind: "function", range: word.range))
      }
      for word in command.words {
        word.forEachParameter { name, operation, range, _ in
          guard operation.hasPrefix("[") else { return }
          uses.append(Piece(name: name, kind: "array", range: range))
        }
      }
    }
    return uses
  }
}
