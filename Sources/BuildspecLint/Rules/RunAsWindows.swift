import BuildspecModel
import Diagnostics

/// `run-as` on Windows.
enum RunAsWindows: Rule {
  static let info = RuleInfo(
    "BS219", "run-as-windows", .warning,
    summary: "`run-as` is used in a build on Windows.",
    why: """
      Only Linux builds can run as another user. Seen from `env.shell`, or from the project when \
      `--image` or `--project` is given.
      """,
    bad: """
      version: 0.2
      run-as: Administrator
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
        shell: powershell.exe
      phases:
        build:
          commands:
            - Write-Host building
      """,
    source: "Buildspec reference, run-as.")

  static var subject: RuleSubject { .words(["run-as"]) }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let places =
      [file.buildspec.runAs].compactMap(\.self) + file.buildspec.phases.compactMap(\.runAs)
    guard !places.isEmpty, isOnWindows(file, context.project) else { return [] }
    return places.map { finding("Windows builds do not support `run-as`", at: $0.range) }
  }

  private static func isOnWindows(_ file: BuildspecFile, _ project: BuildProject?) -> Bool {
    if let shell = file.buildspec.env?.shell.flatMap({ DocumentedShell($0.value) }) {
      return shell == .powershell || shell == .cmd
    }
    return project?.platform == .windows && file.keepsImage
  }
}
