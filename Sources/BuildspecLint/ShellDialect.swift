import BuildspecModel
import Diagnostics

/// Which shell will read the commands of a file.
enum ShellDialect {
  /// `sh`: dash on the Ubuntu images, bash in its POSIX mode on the Amazon Linux ones.
  case posix
  case bash
  /// PowerShell or cmd, which are left alone.
  case windows

  init(_ file: BuildspecFile) {
    let shell = file.buildspec.env?.shell?.value
    switch shell?.split(separator: "/").last?.lowercased() {
    case nil, "sh": self = Self.looksLikePowerShell(file.source) ? .windows : .posix
    case "bash": self = .bash
    default: self = .windows
    }
  }

  /// On Windows images PowerShell is the default, which the file does not tell; its commands do.
  private static func looksLikePowerShell(_ source: SourceText) -> Bool {
    signs.contains { ByteSearch.contains($0, in: source.bytes) }
  }

  private static let signs: [StaticString] = [
    "$Env:", "$env:", "Write-Host", "Invoke-", "Set-Location", "New-Item", "Get-ChildItem",
    "Remove-Item", "Environment]::", "$LASTEXITCODE", "$LastExitCode", "choco install",
    "Copy-Item", "Expand-Archive", "$true", "-ErrorAction",
  ]
}
