import BuildspecModel
import Diagnostics

/// Which shell will read the commands of a file.
enum ShellDialect {
  /// `sh`: dash on the Ubuntu images, bash in its POSIX mode on the Amazon Linux ones.
  case posix
  case bash
  /// PowerShell or cmd, which are left alone.
  case windows

  init(_ shell: ShellReading, _ file: BuildspecFile) {
    let name = file.buildspec.env?.shell?.value
    switch name?.split(separator: "/").last?.lowercased() {
    case nil, "sh":
      let known = Self.standard(shell.project, file)
      let isWindows = shell.words.hasAny(of: RuleSchedule.standard.windowsSigns)
      // Signs of Windows count also where Linux was said: the file is then meant for another image.
      self = isWindows ? .windows : known ?? .posix
    case "bash": self = .bash
    default: self = .windows
    }
  }

  /// What `sh` is, or what runs in its place, in the image of the project; `nil` when that is not
  /// known, or when builds of a batch may run in another image.
  private static func standard(_ project: BuildProject?, _ file: BuildspecFile) -> ShellDialect? {
    guard let project, file.keepsImage else { return nil }
    if project.platform == .windows { return file.buildspec.env?.shell == nil ? .windows : nil }
    guard let image = project.curatedImage, image.platform != .macARM else { return nil }
    return image.hasBashAsSh ? .bash : .posix
  }

  /// On Windows images PowerShell is the default, which the file does not tell; its commands do.
  static let windowsSigns: [StaticString] = [
    "$Env:", "$env:", "Write-Host", "Invoke-", "Set-Location", "New-Item", "Get-ChildItem",
    "Remove-Item", "Environment]::", "$LASTEXITCODE", "$LastExitCode", "choco install",
    "Copy-Item", "Expand-Archive", "$true", "-ErrorAction",
  ]
}
