import BuildspecModel
import Diagnostics
import ShellSyntax

/// Failures that `export` hides.
enum MaskedAssign: ShellRule {
  static let info = RuleInfo(
    "BS432", "masked-assign", .info,
    summary: "`export NAME=$(…)` hides that the command failed.",
    why: """
      The status is that of `export`, which always succeeds. The build goes on with an empty \
      variable. The rule asks about commands that talk to a service or run a script; one \
      finding a file, with more places beside it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - export ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - ACCOUNT=$(aws sts get-caller-identity --query Account --output text)
            - export ACCOUNT
      """,
    source: "POSIX shell, exit status of export; ShellCheck SC2155.")

  static let signs: [StaticString] = [
    "(aws ", "`aws ", "(curl ", "`curl ", "(wget ", "(terraform ", "(kubectl ", "(node ", "(python",
    "(docker ", "(helm ", "(gh ",
  ]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [SourceRange] = []
    var fixes: [TextEdit] = []
    for item in shell.items
    where item.holds("export ")
      && item.holds(signs)
    {
      for command in item.commands {
        guard command.name == "export", let word = command.arguments.first(where: masks) else {
          continue
        }
        places.append(item.range(of: word.range))
        fixes += edits(command, item)
      }
    }
    return finding(
      "`export` hides a failure of the command in this value", atAll: places,
      again: "and in this value", help: "assign first, and export in a command of its own",
      fix: fixes.isEmpty ? nil : Fix(title: "export afterwards", safety: .unsafe, edits: fixes))
  }

  private static func edits(_ command: ShellCommand, _ item: ShellItem) -> [TextEdit] {
    guard command.words.count == 2, command.redirections.isEmpty,
      let name = command.words[1].literalPrefix.split(separator: "=").first
    else { return [] }
    let export = SourceRange(start: command.range.start, end: command.words[1].range.start)
    let end = item.range(of: command.words[1].range).end
    return [
      TextEdit(range: item.range(of: export), replacement: ""),
      TextEdit(range: SourceRange(at: end), replacement: " && export \(name)"),
    ]
  }

  /// Whether the word is `NAME=$(…)` with a command that may well fail.
  private static func masks(_ word: ShellWord) -> Bool {
    var found = false
    word.forEachSubstitution { script in
      guard script.statements.count == 1, let statement = script.statements.first,
        statement.rest.isEmpty, statement.first.elements.count == 1,
        case .simple(let command)? = statement.first.elements.first,
        let name = command.name, telling.contains(name)
      else { return }
      found = true
    }
    return found && ShellName.isValid(String(word.literalPrefix.prefix { $0 != "=" }))
  }

  private static let telling = [
    "aws", "curl", "wget", "terraform", "kubectl", "node", "python", "python3", "docker", "helm",
    "gh",
  ]
}
