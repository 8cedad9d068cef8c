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

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var defined: [String: (kind: String, range: SourceRange)] = [:]
    var findings: [Diagnostic] = []
    for item in shell.items {
      let own = item.holds("()", "function", "=(") ? definitions(item) : [:]
      for use in defined.isEmpty ? [] : uses(item) where own[use.name] == nil {
        guard let definition = defined[use.name], definition.kind == use.kind else { continue }
        findings.append(
          finding(
            "the \(use.kind) `\(use.name)` does not reach this command",
            at: item.range(of: use.range),
            related: [
              RelatedLocation(range: definition.range, message: "defined in another command")
            ],
            help: "define it in the same item, or put it into a script file"))
      }
      defined.merge(own) { _, new in new }
    }
    return findings
  }

  private static func definitions(_ item: ShellItem) -> [String: (kind: String, range: SourceRange)]
  {
    var names: [String: (kind: String, range: SourceRange)] = [:]
    for element in item.script.statements.flatMap(\.pipelines).flatMap(\.elements) {
      switch element {
      case .compound(let compound):
        if case .function(let name, _) = compound.kind {
          names[name] = ("function", item.range(of: compound.range))
        }
      case .simple(let command):
        for assignment in command.assignments where assignment.value == nil {
          names[assignment.name] = ("array", item.range(of: assignment.range))
        }
      }
    }
    return names
  }

  private static func uses(
    _ item: ShellItem
  ) -> [(name: String, kind: String, range: SourceRange)] {
    var uses: [(name: String, kind: String, range: SourceRange)] = []
    for command in item.commands {
      if let name = command.name, let word = command.words.first {
        uses.append((name, "function", word.range))
      }
      for word in command.words {
        word.forEachParameter { name, operation, range, _ in
          if operation.hasPrefix("[") { uses.append((name, "array", range)) }
        }
      }
    }
    return uses
  }
}
