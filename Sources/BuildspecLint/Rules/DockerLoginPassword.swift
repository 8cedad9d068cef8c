import BuildspecModel
import Diagnostics
import ShellSyntax

/// Passwords on the command line of docker login.
enum DockerLoginPassword: ShellRule {
  static let info = RuleInfo(
    "BS801", "docker-login-password", .warning,
    summary: "`docker login` gets its password on the command line.",
    why: """
      Every process of the machine can read a command line, and Docker warns about it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - docker login -u AWS -p "$PASSWORD" "$REGISTRY"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - printf '%s' "$PASSWORD" | docker login -u AWS --password-stdin "$REGISTRY"
      """,
    source: "docker login reference.")

  static let signs: [StaticString] = ["docker login"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("docker login") {
      for command in item.commands {
        guard command.name == "docker", command.hasArguments("login"),
          let option = command.arguments.first(where: isPassword)
        else { continue }
        findings.append(
          finding(
            "the password stands on the command line", at: item.range(of: option.range),
            help: "pipe it into `docker login --password-stdin`"))
      }
    }
    return findings
  }

  private static func isPassword(_ word: ShellWord) -> Bool {
    let text = word.literalPrefix
    return text == "-p" || text == "--password" || text.hasPrefix("--password=")
  }
}
