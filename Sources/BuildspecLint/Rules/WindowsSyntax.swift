import BuildspecModel
import Diagnostics
import ShellSyntax

/// Commands of another system's shell.
enum WindowsSyntax: Rule {
  static let info = RuleInfo(
    "BS428", "windows-syntax", .warning,
    summary: "A command is written for another shell than the one that reads it.",
    why: """
      PowerShell does not know `export` and `if [ … ]`, and sh does not know `Write-Host`, \
      `$env:NAME` and `%NAME%`.
      """,
    bad: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - Write-Host "building"
      """,
    good: """
      version: 0.2
      env:
        shell: powershell.exe
      phases:
        build:
          commands:
            - Write-Host "building"
      """,
    source: "Buildspec reference, env/shell; grammars of POSIX shell, PowerShell and cmd.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.isReadable, let shell = context.shell else { return [] }
    switch file.buildspec.env?.shell.flatMap({ DocumentedShell($0.value) }) {
    case .bash, .sh: return windowsInPosix(shell, file)
    case .powershell: return posixInWindows(file, "PowerShell")
    case .cmd: return posixInWindows(file, "cmd")
    // On a Windows image the default is PowerShell, on Linux sh; the file does not tell.
    case nil: return []
    }
  }

  // MARK: Linux

  private static func windowsInPosix(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard shell.fileHolds(signs) else { return [] }
    // Where the commands look like PowerShell the rules for scripts have no items.
    let items = file.buildspec.phases.flatMap { ($0.commands ?? []) + ($0.finally ?? []) }
      .map { ShellItem(phase: .build, command: $0, file: file) }
    var places: [SourceRange] = []
    for item in items where signs.contains(where: { item.command.text.holds($0) }) {
      for command in item.commands {
        places += foreign(command).map { item.range(of: $0) }
      }
    }
    return finding(
      "the shell of this file does not know this", atAll: places,
      help: "write it for the shell, or set `shell: powershell.exe` for a Windows image")
  }

  private static func foreign(_ command: ShellCommand) -> [SourceRange] {
    if let name = command.name, cmdlets.contains(name) { return [command.words[0].range] }
    if ["cmd", "cmd.exe", "pwsh", "powershell", "powershell.exe"].contains(command.name) {
      return []
    }
    return command.words.compactMap { word in
      if case .parameter(let name, "", _)? = word.parts.first, name.lowercased() == "env",
        word.parts.count > 1, case .literal(let rest) = word.parts[1], rest.hasPrefix(":")
      {
        return word.range
      }
      guard let text = word.literal, text.hasPrefix("%CODEBUILD_") else { return nil }
      return text.dropFirst().contains("%") ? word.range : nil
    }
  }

  private static let signs: [StaticString] = [
    "Write-", "Set-Location", "Set-Execution", "Set-Content", "Get-C", "New-Item", "Remove-Item",
    "Copy-Item", "Move-Item", "Invoke-", "Expand-Archive", "Test-Path", "-Module", "Start-Process",
    "Out-File", "$env:", "$Env:", "%CODEBUILD_",
  ]

  static var fileWords: [StaticString] { signs }

  private static let cmdlets = [
    "Write-Host", "Write-Output", "Set-Location", "Get-ChildItem", "New-Item", "Remove-Item",
    "Copy-Item", "Move-Item", "Invoke-WebRequest", "Invoke-Expression", "Expand-Archive",
    "Test-Path", "Set-ExecutionPolicy", "Install-Module", "Import-Module", "Start-Process",
    "Get-Content", "Set-Content", "Out-File",
  ]

  // MARK: Windows

  private static func posixInWindows(_ file: BuildspecFile, _ shell: String) -> [Diagnostic] {
    let commands = file.buildspec.phases.flatMap { ($0.commands ?? []) + ($0.finally ?? []) }
    let places = commands.filter { isPosix($0.text) }.map {
      file.source.firstLine(of: $0.range)
    }
    return finding(
      "\(shell) does not know this", atAll: places,
      help: "write it for \(shell), or set `shell: bash` for a Linux image")
  }

  private static func isPosix(_ text: String) -> Bool {
    beginnings.contains { text.hasPrefix($0) } && !text.holds("bash")
  }

  private static let beginnings = [
    "export ", "if [ ", "apt-get ", "yum ", "sudo ", "chmod ", "source ", "set -e", "unset ",
    "[ ", "[[ ",
  ]
}
