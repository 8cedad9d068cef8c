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
    case nil, "sh": self = shell.fileHolds(Self.windowsSigns) ? .windows : .posix
    case "bash": self = .bash
    default: self = .windows
    }
  }

  /// On Windows images PowerShell is the default, which the file does not tell; its commands do.
  private static let windowsSigns: [StaticString] = [
    "$Env:", "$env:", "Write-Host", "Invoke-", "Set-Location", "New-Item", "Get-ChildItem",
    "Remove-Item", "Environment]::", "$LASTEXITCODE", "$LastExitCode", "choco install",
    "Copy-Item", "Expand-Archive", "$true", "-ErrorAction",
  ]
}
