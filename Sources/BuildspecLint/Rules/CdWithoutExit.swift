import BuildspecModel
import Diagnostics
import ShellSyntax

/// Folders that may not be there.
enum CdWithoutExit: ShellRule {
  static let info = RuleInfo(
    "BS424", "cd-without-exit", .info,
    summary: "The next command of a script runs also when `cd` failed.",
    why: """
      Between items a failing `cd` ends the phase. Inside one script, after `;` or in a branch, \
      what follows runs in the wrong folder. Blocks in which every line has this fault are left \
      to block-without-errexit. One finding a file; more places are \
      shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - cd app; npm test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - cd app && npm test
      """,
    source: "POSIX shell, lists; ShellCheck SC2164.")

  static let signs: [StaticString] = ["cd "]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [SourceRange] = []
    for item in shell.items {
      guard item.holds("cd "), item.holds("\n", ";"), item.problem == nil,
        !BlockWithoutErrexit.owns(item), !item.commands.contains(where: ErrorExit.isErrorExit)
      else { continue }
      item.script.forEachNeighbors(in: item.command.text) { statement, next in
        guard let command = statement.onlyCommand, mayFail(command), !isLook(next) else { return }
        places.append(item.range(of: command.range))
      }
    }
    return finding(
      "what follows runs also when this fails", atAll: places,
      help: "join them with `&&`, or write `|| exit`",
      fix: Fix(
        title: "add `|| exit`", safety: .unsafe,
        edits: places.map { TextEdit(range: SourceRange(at: $0.end), replacement: " || exit") }))
  }

  /// `cd` into a folder that need not be there; those that CodeBuild makes always are.
  private static func mayFail(_ command: ShellCommand) -> Bool {
    guard command.name == "cd", command.words.count == 2, command.redirections.isEmpty else {
      return false
    }
    let target = command.words[1]
    if let text = target.literal {
      return !text.allSatisfy { "./-~".contains($0) } && text != "/tmp"
    }
    var isKnown = false
    word(target) { name in isKnown = isKnown || ["CODEBUILD_SRC_DIR", "HOME"].contains(name) }
    return !(isKnown && target.literalPrefix.isEmpty && hasNoPath(target))
  }

  private static func word(_ word: ShellWord, _ body: (String) -> Void) {
    word.forEachParameter { name, _, _, _ in body(name) }
  }

  /// Whether the word is an expansion with nothing behind it.
  private static func hasNoPath(_ word: ShellWord) -> Bool {
    guard word.parts.count == 1 else { return false }
    if case .doubleQuoted(let inner)? = word.parts.first { return inner.count == 1 }
    return true
  }

  /// A command that does no harm in a wrong folder, or asks whether `cd` went well.
  private static func isLook(_ statement: ShellStatement) -> Bool {
    guard let command = statement.onlyCommand else { return false }
    return ["pwd", "ls", "echo", "exit"].contains(command.name)
  }
}
