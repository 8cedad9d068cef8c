import BuildspecModel
import Diagnostics
import ShellSyntax

/// Connections whose other end is not checked.
enum TLSOff: ShellRule {
  static let info = RuleInfo(
    "BS808", "tls-off", .warning,
    summary: "A command does not check whom it talks to.",
    why: """
      Without a check of the certificate anybody between the build and the server can put something \
      else in the place of what is downloaded, and read what is sent.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - curl -fsSk -o tool.zip https://example.com/tool.zip
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - curl -fsS -o tool.zip https://example.com/tool.zip
      """,
    source: "Manuals of curl, wget, git, npm, pip and the AWS CLI; Node.js, environment variables.")

  static let signs = ["curl"] + switches

  /// Words that stand in every other command of this kind.
  private static let switches: [StaticString] = [
    "--no-check-certificate", "strict-ssl", "sslVerify", "--trusted-host", "--no-verify-ssl",
    "--insecure-skip-tls-verify", "GIT_SSL_NO_VERIFY", "NODE_TLS_REJECT_UNAUTHORIZED",
    "PYTHONHTTPSVERIFY",
  ]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    let variables = (file.buildspec.env?.variables ?? []).filter {
      isSwitch($0.name.value, $0.value.value)
    }
    let hasSwitch = shell.fileHolds(switches)
    let commands = shell.items.filter { hasSwitch || mayBeCurl($0) }.flatMap { item in
      item.commands.compactMap {
        switched(by: $0).map { (message($0.what), item.range(of: $0.at)) }
      }
    }
    return findingOnce(
      variables.map { (message($0.name.value), $0.value.range) } + commands,
      help: "give the command the certificate of the authority instead")
  }

  private static func message(_ what: String) -> String {
    "`\(what)` turns the check of the certificate off"
  }

  private static func mayBeCurl(_ item: ShellItem) -> Bool {
    item.holds("curl") && item.holds("-k", "k ", "--insecure")
  }

  private static func switched(by command: ShellCommand) -> (what: String, at: SourceRange)? {
    for assignment in command.assignments {
      if isSwitch(assignment.name, assignment.value?.literal) {
        return (assignment.name, assignment.range)
      }
    }
    guard let word = option(of: command), let text = word.literal else { return nil }
    return (text, word.range)
  }

  private static func isSwitch(_ name: String, _ value: String?) -> Bool {
    switch name {
    case "GIT_SSL_NO_VERIFY": value == "1" || value?.lowercased() == "true"
    case "NODE_TLS_REJECT_UNAUTHORIZED", "PYTHONHTTPSVERIFY": value == "0"
    default: false
    }
  }

  /// The word that turns the check off.
  private static func option(of command: ShellCommand) -> ShellWord? {
    switch command.program {
    case "curl":
      guard !isLocal(command) else { return nil }
      return command.arguments.first { $0.literal == "--insecure" || isCurlSwitch($0.literal) }
    case "wget":
      guard !isLocal(command) else { return nil }
      return command.arguments.first { $0.literal == "--no-check-certificate" }
    case "aws": return command.arguments.first { $0.literal == "--no-verify-ssl" }
    case "kubectl", "helm", "oc", "argocd":
      return command.arguments.first {
        $0.literal == "--insecure-skip-tls-verify"
          || $0.literal == "--insecure-skip-tls-verify=true"
      }
    case "pip", "pip3", "python", "python3":
      return command.arguments.first { $0.literal == "--trusted-host" }
    case "npm", "yarn", "pnpm": return value("strict-ssl", of: command)
    case "git": return value("http.sslVerify", of: command)
    case "export":
      return command.arguments.first { word in
        guard let text = word.literal, let sign = text.utf8.firstIndex(of: UInt8(ascii: "="))
        else { return false }
        return isSwitch(String(text[..<sign]), String(text[text.utf8.index(after: sign)...]))
      }
    default: return nil
    }
  }

  /// `name false`, `name=false` or `--name=false`.
  private static func value(_ name: String, of command: ShellCommand) -> ShellWord? {
    for (word, next) in zip(command.arguments, command.arguments.dropFirst())
    where word.literal == name && (next.literal == "false" || next.literal == "0") {
      return word
    }
    return command.arguments.first { word in
      word.literal == name + "=false" || word.literal == "--" + name + "=false"
    }
  }

  /// `-k` alone or behind letters that take no value, as in `-fsSk`.
  private static func isCurlSwitch(_ text: String?) -> Bool {
    guard let bytes = text?.utf8, bytes.first == UInt8(ascii: "-"), bytes.count > 1 else {
      return false
    }
    for letter in bytes.dropFirst() {
      if letter == UInt8(ascii: "k") { return true }
      guard "#0123456789fgGiIjJlLnNOpqRsSvZ".utf8.contains(letter) else { return false }
    }
    return false
  }

  /// Whether the command talks to a host that may well have a certificate of its own making.
  private static func isLocal(_ command: ShellCommand) -> Bool {
    command.arguments.contains { word in
      guard let host = HostName.inURL(word.start) else { return false }
      return !host.isEmpty && !host.hasVariable && !HostName.isPublic(host) && host != "example.com"
    }
  }
}
