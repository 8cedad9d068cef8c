import BuildspecModel
import Diagnostics
import ShellSyntax

/// Downloads that a shell reads without a pipe.
enum EvalUntrusted: ShellRule {
  static let info = RuleInfo(
    "BS807", "eval-untrusted", .warning,
    summary: "What is downloaded is handed to `eval`, `source` or a shell.",
    why: """
      The server decides what runs in your build, with your build's credentials. A download that \
      fails leaves nothing to run, and the command succeeds.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - sh -c "$(curl -fsSL https://example.com/install.sh)"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - curl -fsSLo install.sh https://example.com/install.sh
            - echo "$INSTALL_SHA256  install.sh" | sha256sum -c
            - sh install.sh
      """,
    source: "Common advice of security guides; POSIX shell, eval.")

  static let signs: [StaticString] = ["curl", "wget"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [(message: String, range: SourceRange)] = []
    for item in shell.items
    where item.holds(signs) && item.holds("$(", "<(", "`") {
      for command in item.commands where scripts(command).contains(where: downloads) {
        let range = file.firstLine(of: item.range(of: command.range))
        places.append(("what is downloaded runs at once", range))
      }
    }
    return findingOnce(places, help: "save it, check its checksum, then run it")
  }

  /// The words of a command that are read as a script, or name the file that is.
  static func scripts(_ command: ShellCommand) -> [ShellWord] {
    switch command.program {
    case "eval", "source", ".": return Array(command.arguments)
    case "sh", "bash", "zsh", "dash", "python", "python3", "ruby", "perl":
      guard
        let option = command.words.firstIndex(where: { $0.literal == "-c" || $0.literal == "-e" })
      else { return command.arguments.prefix(1).filter { $0.literal == nil } }
      return option + 1 < command.words.count ? [command.words[option + 1]] : []
    default: return []
    }
  }

  private static func downloads(_ word: ShellWord) -> Bool {
    var isFound = false
    word.forEachSubstitution { script in
      script.forEachCommand { command in
        if command.name == "curl" || command.name == "wget" { isFound = true }
      }
    }
    return isFound
  }
}
