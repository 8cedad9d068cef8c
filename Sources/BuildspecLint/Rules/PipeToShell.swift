import BuildspecModel
import Diagnostics
import ShellSyntax

/// Downloads that run unseen.
enum PipeToShell: ShellRule {
  static let info = RuleInfo(
    "BS802", "pipe-to-shell", .warning,
    summary: "What is downloaded goes straight into a shell.",
    why: """
      The server decides what runs in your build, with your build's credentials, and a broken \
      download runs half a script.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - curl -s https://example.com/install.sh | bash
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - curl -fsSo install.sh https://example.com/install.sh
            - echo "$INSTALL_SHA256  install.sh" | sha256sum -c
            - sh install.sh
      """,
    source: "Common advice of security guides; 8 of 802 public buildspecs do it.")

  static let signs: [StaticString] = ["curl", "wget"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.filter { $0.holds(signs) && $0.holds("|") }.flatMap { item in
      item.script.statements.flatMap(\.pipelines).compactMap { pipeline in
        guard let download = pipeline.elements.first(where: isDownload),
          let shell = pipeline.elements.dropFirst().first(where: isShell)
        else { return nil }
        let range = item.range(of: download.range.union(shell.range))
        return finding(
          "what is downloaded runs at once", at: file.firstLine(of: range),
          help: "save it, check its checksum, then run it")
      }
    }
  }

  private static func isDownload(_ element: ShellElement) -> Bool {
    guard case .simple(let command) = element else { return false }
    return command.name == "curl" || command.name == "wget"
  }

  private static func isShell(_ element: ShellElement) -> Bool {
    guard case .simple(let command) = element else { return false }
    let words =
      command.name == "sudo"
      ? Array(command.arguments.filter { $0.literal != "-E" }) : command.words
    guard let name = words.first?.literal?.split(separator: "/").last else { return false }
    return ["sh", "bash", "zsh", "dash"].contains(name)
  }
}
