import BuildspecModel
import Diagnostics
import ShellSyntax

/// Scripts that show each command with its secrets.
enum XtraceWithSecrets: ShellRule {
  static let info = RuleInfo(
    "BS809", "xtrace-with-secrets", .warning,
    summary: "`set -x` shows a command with a secret in it.",
    why: """
      With `set -x` the shell prints each command with the values of its variables. CodeBuild masks \
      only what `env` reads, and only where the value appears as a whole.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              set -ex
              TOKEN=$(aws secretsmanager get-secret-value --secret-id shop/api --query SecretString)
              ./release.sh "$TOKEN"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              set -e
              TOKEN=$(aws secretsmanager get-secret-value --secret-id shop/api --query SecretString)
              ./release.sh "$TOKEN"
      """,
    source: "POSIX shell, set -x; CodeBuild user guide, secrets-manager: which values are masked.")

  static let signs = SecretVariables.signs

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard shell.fileHolds(["set -", "xtrace"]) else { return [] }
    var secrets = SecretVariables(file)
    var findings: [Diagnostic] = []
    for item in shell.items where secrets.mayConcern(item) {
      var trace: SourceRange?
      var isFound = false
      for command in item.commands {
        if let isOn = traces(command) { trace = isOn ? command.range : nil }
        let before = secrets.open
        secrets.follow(command)
        guard let trace, !isFound else { continue }
        let mentioned = secrets.mentioned(in: command)
        let isFetched = !secrets.open.subtracting(before).isEmpty
        guard mentioned != nil || isFetched else { continue }
        isFound = true
        let isOpen = isFetched || mentioned.map(secrets.open.contains) ?? false
        findings.append(
          finding(
            isOpen
              ? "the trace shows a secret that nothing masks"
              : "the trace shows a secret, masked only where it appears as a whole",
            at: item.range(of: trace), severity: isOpen ? .warning : .info,
            related: [
              RelatedLocation(
                range: file.firstLine(of: item.range(of: command.range)), message: "in this command"
              )
            ],
            help: "turn it off with `set +x` before this command"))
      }
    }
    return findings
  }

  /// Whether a command turns the trace on or off; `nil` when it does neither.
  private static func traces(_ command: ShellCommand) -> Bool? {
    guard command.name == "set" else { return nil }
    for (index, word) in command.arguments.enumerated() {
      guard let text = word.literal?.utf8, let sign = text.first else { continue }
      if word.literal == "xtrace", index > 0 {
        return command.words[index].literal?.utf8.first == UInt8(ascii: "-")
      }
      guard text.contains(UInt8(ascii: "x")), !word.isQuoted else { continue }
      if sign == UInt8(ascii: "-") { return true }
      if sign == UInt8(ascii: "+") { return false }
    }
    return nil
  }
}
