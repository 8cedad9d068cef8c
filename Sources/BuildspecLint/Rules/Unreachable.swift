import BuildspecModel
import Diagnostics
import ShellSyntax

/// Commands behind an `exit`.
enum Unreachable: ShellRule {
  static let info = RuleInfo(
    "BS307", "unreachable", .info,
    summary: "A command stands behind an `exit` and never runs.",
    why: "`exit` ends the script of its item. What follows in the same item never runs.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              exit 0
              make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "POSIX shell, exit; ShellCheck SC2317.")

  static let signs: [StaticString] = ["exit"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.flatMap { item -> [Diagnostic] in
      guard item.holds("exit"), item.holds("\n", ";"), item.problem == nil else { return [] }
      var findings: [Diagnostic] = []
      item.script.forEachNeighbors(in: item.command.text) { statement, next in
        guard let exit = statement.onlyCommand, exit.name == "exit", !isFunction(next) else {
          return
        }
        findings.append(
          finding(
            "this never runs", at: file.source.firstLine(of: item.range(of: next.range)),
            related: [
              RelatedLocation(range: item.range(of: exit.range), message: "the script ends here")
            ]))
      }
      return Array(findings.prefix(1))
    }
  }

  private static func isFunction(_ statement: ShellStatement) -> Bool {
    guard case .compound(let compound)? = statement.first.elements.first,
      case .function = compound.kind
    else { return false }
    return true
  }
}
