import BuildspecModel
import Diagnostics

/// Shells that CodeBuild does not know.
enum BadShell: Rule {
  static let info = RuleInfo(
    "BS211", "bad-shell", .warning,
    summary: "`env.shell` names a shell that CodeBuild does not document.",
    why: """
      Documented are bash and /bin/sh on Linux, powershell.exe and cmd.exe on Windows. Another \
      shell may be missing from the image or be started the wrong way.
      """,
    bad: """
      version: 0.2
      env:
        shell: zsh
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, env/shell.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let shell = file.buildspec.env?.shell, DocumentedShell(shell.value) == nil,
      !shell.value.hasVariable
    else { return [] }
    let meant = meant(shell.value)
    return [
      finding(
        "`\(shell.value.shown)` is not a shell that CodeBuild documents", at: shell.range,
        help: meant.map { "did you mean `\($0)`?" }
          ?? "use bash or /bin/sh on Linux, powershell.exe or cmd.exe on Windows",
        fix: meant.map { .rename(shell.range, to: $0) })
    ]
  }

  private static func meant(_ text: String) -> String? {
    switch text.lowercased() {
    case "pwsh", "powershell", "pwsh.exe", "powershell.exe": "powershell.exe"
    case "cmd", "batch", "bat", "cmd.exe": "cmd.exe"
    default: Suggestion.nearest(to: text, in: ["bash", "/bin/sh"])
    }
  }
}
