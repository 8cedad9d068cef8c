import BuildspecModel
import Diagnostics
import ShellSyntax

/// Secrets that are read and that nothing can use.
enum UnusedSecret: ShellRule {
  static let info = RuleInfo(
    "BS517", "unused-secret", .info,
    summary: "A secret is read, but no command uses it.",
    why: """
      Every command of the build can read it, and the build fails when the secret goes away. The rule \
      is silent when a command runs a script or a program that may read the variable by itself.
      """,
    bad: """
      version: 0.2
      env:
        secrets-manager:
          OLD_TOKEN: shop/api:token
      phases:
        build:
          commands:
            - mkdir -p out
            - zip -r out/site.zip public
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - mkdir -p out
            - zip -r out/site.zip public
      """,
    source: "Least privilege; the same check exists for the secrets of other CI systems.")

  static let signs: [StaticString] = ["secrets-manager", "parameter-store"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard let env = file.buildspec.env, file.buildspec.batch == nil else { return [] }
    let unused = (env.parameterStore + env.secretsManager).filter { entry in
      let name = entry.name.value
      return ShellName.isValid(name) && !isReadByTools(name) && !isMentioned(entry.name, file)
    }
    guard !unused.isEmpty, shell.items.allSatisfy({ $0.commands.allSatisfy(readsNoVariables) })
    else { return [] }
    return unused.map { entry in
      finding(
        "`\(entry.name.value)` is read, but no command uses it", at: entry.name.range,
        help: "take it out")
    }
  }

  /// Whether the name stands anywhere else.
  private static func isMentioned(_ name: Located<String>, _ file: BuildspecFile) -> Bool {
    let bytes = file.source.bytes
    let before = String(decoding: bytes[..<name.range.start], as: UTF8.self)
    let after = String(decoding: bytes[name.range.end...], as: UTF8.self)
    return before.holds(name.value) || after.holds(name.value)
  }

  /// Names that the programs below look for.
  private static func isReadByTools(_ name: String) -> Bool {
    [
      "AWS_", "DOCKER_", "GIT_", "GITHUB_", "GH_", "PIP_", "NPM_", "NODE_", "HTTP", "http",
      "BUNDLE_",
    ]
    .contains { name.utf8.starts(with: $0.utf8) }
  }

  /// Whether the command surely looks at no variable of the user's.
  private static func readsNoVariables(_ command: ShellCommand) -> Bool {
    guard !command.words.isEmpty else { return true }
    guard let name = command.name else { return false }
    switch name {
    case "docker":
      return ["login", "tag", "push", "pull", "images", "version", "--version"]
        .contains { command.hasArguments($0) }
    case "pip", "pip3": return command.hasArguments("install")
    default: return plain.contains(name)
    }
  }

  private static let plain: Set<String> = [
    "apt-get", "aws", "cat", "cd", "chmod", "cp", "cut", "date", "echo", "exit", "export", "false",
    "find", "grep", "gunzip", "gzip", "head", "jq", "ls", "mkdir", "mv", "printf", "pwd", "rm",
    "sed",
    "set", "sort", "tail", "tar", "test", "touch", "tr", "true", "unzip", "wc", "yum", "zip", "[",
  ]
}
