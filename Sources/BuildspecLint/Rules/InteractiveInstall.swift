import BuildspecModel
import Diagnostics
import ShellSyntax

/// Package managers that wait for an answer.
enum InteractiveInstall: ShellRule {
  static let info = RuleInfo(
    "BS412", "interactive-install", .warning,
    summary: "A package is installed without `-y`.",
    why: """
      The package manager asks whether to go on. Nobody answers in a build, so it stops there \
      with a failure.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - yum install jq
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - yum install -y jq
      """,
    source: "apt-get(8), yum(8), dnf(8), zypper(8); tried with an empty standard input.")

  static let signs: [StaticString] = ["apt", "yum", "dnf", "zypper"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items
    where item.holds(" install") && item.holds(signs)
      && !item.holds("Assume-Yes")
    {
      var isFed = false
      for command in item.commands {
        if command.name == "yes" { isFed = true }
        guard !isFed, let install = install(command) else { continue }
        findings.append(
          finding(
            "this asks whether to go on, and nobody answers", at: item.range(of: install.range),
            help: "add `-y`",
            fix: Fix(
              title: "add `-y`", safety: .safe,
              edits: [
                TextEdit(
                  range: SourceRange(at: item.range(of: install.range).end), replacement: " -y")
              ])))
      }
    }
    return findings
  }

  /// The word `install` of a command that would ask.
  private static func install(_ command: ShellCommand) -> ShellWord? {
    let words = Array(command.wordsBehindSudo)
    guard let name = words.first?.literal, managers.contains(name) else { return nil }
    let options = words.compactMap(\.literal)
    // What is not written out may hold the option.
    guard options.count == words.count || words.allSatisfy({ !$0.literalPrefix.isEmpty }) else {
      return nil
    }
    let isAnswered = options.contains {
      answers.contains($0) || ErrorExit.isLetters($0, with: "y") || $0.hasPrefix("-qq")
        || $0.hasPrefix("--simulate") || $0 == "-n" || $0 == "--non-interactive"
    }
    return isAnswered ? nil : words.first { $0.literal == "install" }
  }

  private static let managers = ["apt-get", "apt", "yum", "dnf", "zypper"]
  private static let answers = ["--yes", "--assume-yes", "--assumeyes"]
}
