import BuildspecModel
import Diagnostics

/// Shells of another operating system.
enum ShellNotInImage: Rule {
  static let info = RuleInfo(
    "BS226", "shell-not-in-image", .error,
    summary: "`env.shell` names a shell of another operating system than the project's.",
    why: """
      bash and /bin/sh are the shells of Linux images, powershell.exe and cmd.exe those of Windows. \
      A Windows image of your own may have bash, so that is only a warning. Needs `--image` or \
      `--project`.
      """,
    bad: """
      version: 0.2
      env:
        shell: powershell.exe
      phases:
        build:
          commands:
            - Write-Host building
      """,
    good: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - echo building
      """,
    project: """
      {"environment": {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0"}}
      """,
    source: "Buildspec reference, env/shell.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let platform = context.project?.platform, let name = file.buildspec.env?.shell,
      let shell = DocumentedShell(name.value), file.keepsImage
    else { return [] }
    let isOfWindows = shell == .powershell || shell == .cmd
    guard isOfWindows != (platform == .windows) else { return [] }
    let system = platform == .windows ? "Windows" : platform == .macARM ? "macOS" : "Linux"
    return [
      finding(
        "the project runs \(system), which has no `\(name.value)`", at: name.range,
        severity: isOfWindows ? .error : .warning,
        help: isOfWindows ? "use bash or /bin/sh" : "use powershell.exe or cmd.exe")
    ]
  }
}
