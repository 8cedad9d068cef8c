import BuildspecModel
import Diagnostics
import ShellSyntax

/// Packages that are asked for before their list is there.
enum AptUpdateMissing: ShellRule {
  static let info = RuleInfo(
    "BS902", "apt-update-missing", .info,
    summary: "`apt-get install` runs without `apt-get update` before it.",
    why: """
      Images carry no package lists, or old ones. Without `apt-get update` the package is not \
      found, or its version is gone from the server.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - apt-get install -y jq
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - apt-get update
            - apt-get install -y jq
      """,
    source: "apt-get(8), update; the Dockerfiles of the curated images remove the lists.")

  static let signs: [StaticString] = ["apt-get", "apt "]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard shell.fileHolds([" install"]) else { return [] }
    for item in shell.items {
      for command in item.commands {
        if mayUpdate(command) { return [] }
        let words = command.wordsBehindSudo
        guard let apt = words.first?.literal, apt == "apt-get" || apt == "apt",
          words.contains(where: { $0.literal == "install" })
        else { continue }
        guard !isLocal(words) else { return [] }
        let update = command.name == "sudo" ? "sudo \(apt) update" : "\(apt) update"
        let place = item.range(of: command.range)
        return [
          finding(
            "nothing before this fetches the package lists",
            at: file.source.firstLine(of: place), help: "run `\(update)` first",
            fix: .replace(
              SourceRange(at: place.start), with: "\(update) && ", "run `\(update)` first", .unsafe)
          )
        ]
      }
    }
    return []
  }

  /// Whether a command fetches the lists, or runs a script that may do it.
  private static func mayUpdate(_ command: ShellCommand) -> Bool {
    guard let word = command.words.first else { return false }
    guard let name = word.literal else { return true }
    if scripts.contains(name) || name.contains("/") || name == "add-apt-repository" { return true }
    return command.arguments.contains { argument in
      ["update", "add-apt-repository", "bash", "sh"].contains(argument.literal)
    }
  }

  private static let scripts = ["bash", "sh", "source", ".", "eval", "make", "aptitude"]

  /// Whether a package is a file, or its name is not written out.
  private static func isLocal(_ words: ArraySlice<ShellWord>) -> Bool {
    words.contains { $0.literal?.contains(".deb") ?? true }
  }
}
