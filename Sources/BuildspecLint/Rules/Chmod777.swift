import BuildspecModel
import Diagnostics
import ShellSyntax

/// Files that everybody may change.
enum Chmod777: ShellRule {
  static let info = RuleInfo(
    "BS811", "chmod-777", .info,
    summary: "`chmod 777` lets everybody change a file.",
    why: """
      The mode goes into archives and images that are made of the files. A script needs the right to \
      be run, `+x`, and no more.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - chmod 777 deploy.sh
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - chmod +x deploy.sh
      """,
    source: "chmod manual; common advice of security guides.")

  static let signs: [StaticString] = ["777"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [(message: String, range: SourceRange)] = []
    for item in shell.items where item.holds("chmod") && item.holds("777") {
      for command in item.commands {
        let words = command.wordsBehindSudo
        guard words.first?.literal == "chmod",
          let mode = words.dropFirst().first(where: { $0.literal == "777" || $0.literal == "0777" })
        else { continue }
        places.append(("everybody may change this", item.range(of: mode.range)))
      }
    }
    return findingOnce(places, help: "use `chmod +x` for scripts, `755` for directories")
  }
}
