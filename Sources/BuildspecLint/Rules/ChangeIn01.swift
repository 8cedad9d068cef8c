import BuildspecModel
import Diagnostics
import ShellSyntax

/// Changes of the folder or of variables in version 0.1.
enum ChangeIn01: ShellRule {
  static let info = RuleInfo(
    "BS408", "cd-in-0.1", .warning,
    summary: "`cd` or `export` alone has no effect in version 0.1.",
    why: """
      In version 0.1 each command runs in a shell of its own that starts anew in the source \
      folder.
      """,
    bad: """
      version: 0.1
      phases:
        build:
          commands:
            - cd app
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - cd app
            - make
      """,
    source: "Buildspec reference, buildspec versions.")

  static let signs: [StaticString] = ["0.1"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard file.buildspec.isVersion01 else { return [] }
    return shell.items.compactMap { item in
      guard item.script.statements.count == 1,
        case .simple(let command)? = item.script.statements.first?.first.elements.first,
        item.script.statements.first?.rest.isEmpty == true,
        let name = command.name, name == "cd" || name == "export"
      else { return nil }
      return finding(
        "in version 0.1 `\(name)` does not reach the next command",
        at: item.range(of: command.range),
        help: "use version 0.2, or join the commands with `&&`")
    }
  }
}
