import BuildspecModel

/// Which shell will read the commands of a file.
enum ShellDialect {
  /// `sh`: dash on the Ubuntu images, bash in its POSIX mode on the Amazon Linux ones.
  case posix
  case bash
  /// PowerShell or cmd, which are left alone.
  case windows

  init(_ buildspec: Buildspec) {
    let name = buildspec.env?.shell?.value.split(separator: "/").last.map { $0.lowercased() }
    switch name {
    case nil, "sh": self = Self.looksLikePowerShell(buildspec) ? .windows : .posix
    case "bash": self = .bash
    default: self = .windows
    }
  }

  /// On Windows images PowerShell is the default, which the file does not tell; its commands do.
  private static func looksLikePowerShell(_ buildspec: Buildspec) -> Bool {
    buildspec.phases.contains { phase in
      ((phase.commands ?? []) + (phase.finally ?? [])).contains { command in
        let text = command.text
        guard text.utf8.contains(UInt8(ascii: "$")) || text.utf8.contains(UInt8(ascii: "-")) else {
          return false
        }
        return signs.contains { text.contains($0) }
      }
    }
  }

  private static let signs = [
    "$Env:", "$env:", "Write-Host", "Invoke-", "Set-Location", "New-Item", "Get-ChildItem",
    "Remove-Item", "[Environment]::", "[System.Environment]::", "$LASTEXITCODE", "$LastExitCode",
    "choco install", "Copy-Item", "Expand-Archive", "$true", "-ErrorAction",
  ]
}
