import BuildspecModel
import Diagnostics

/// Users of Linux for the shells of Windows.
enum RunAsWindows: Rule {
  static let info = RuleInfo(
    "BS219", "run-as-windows", .warning,
    summary: "`run-as` stands in a file for Windows.",
    why: "`run-as` names a user of Linux; builds on Windows do not support it.",
    bad: """
      version: 0.2
      run-as: builder
      env:
        shell: powershell.exe
      phases:
        build:
          commands:
            - dotnet build
      """,
    good: """
      version: 0.2
      env:
        shell: powershell.exe
      phases:
        build:
          commands:
            - dotnet build
      """,
    source: "Buildspec reference, run-as: available for Linux only.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let shell = file.buildspec.env?.shell,
      ["powershell.exe", "cmd.exe"].contains(shell.value)
    else { return [] }
    let users = [file.buildspec.runAs] + file.buildspec.phases.map(\.runAs)
    return users.compactMap { $0 }.map { user in
      finding(
        "`run-as` has no effect on Windows", at: user.range,
        related: [RelatedLocation(range: shell.range, message: "a shell of Windows")],
        help: "take it out")
    }
  }
}
