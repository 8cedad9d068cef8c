import BuildspecModel
import Diagnostics
import ShellSyntax

/// `sudo` where the user is root already.
enum Sudo: ShellRule {
  static let info = RuleInfo(
    "BS414", "sudo", .info,
    summary: "`sudo` is used although commands run as root.",
    why: """
      Without `run-as` CodeBuild runs commands as root, so `sudo` adds nothing; an image \
      without it ends the build with `sudo: not found`. One finding a file; more places are \
      shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - sudo yum install -y jq
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - yum install -y jq
      """,
    source: "Buildspec reference, run-as; build logs with `sudo: not found`.")

  static let signs: [StaticString] = ["sudo "]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard file.buildspec.runAs == nil, file.buildspec.phases.allSatisfy({ $0.runAs == nil }),
      !shell.fileHolds(otherUsers)
    else { return [] }
    var places: [SourceRange] = []
    var edits: [TextEdit] = []
    for item in shell.items where item.holds("sudo ") {
      for command in item.commands {
        guard command.name == "sudo", let word = command.words.first else { continue }
        guard let next = command.words.dropFirst().first, let text = next.literal,
          ShellName.isValid(String(text.prefix(1)))
        else { continue }
        places.append(item.range(of: word.range))
        let prefix = SourceRange(start: word.range.start, end: next.range.start)
        edits.append(TextEdit(range: item.range(of: prefix), replacement: ""))
      }
    }
    return finding(
      "commands run as root already", atAll: places, help: "leave `sudo` out",
      fix: Fix(title: "leave `sudo` out", safety: .unsafe, edits: edits))
  }

  static var fileWords: [StaticString] { otherUsers }

  /// Signs that the file cares for sudo or for other users itself.
  private static let otherUsers: [StaticString] = [
    "useradd ", "adduser ", "install sudo", "-y sudo", "su - ",
  ]
}
