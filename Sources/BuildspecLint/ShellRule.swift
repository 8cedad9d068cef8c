import BuildspecModel
import Diagnostics

/// A rule that looks at the commands as scripts.
protocol ShellRule: Rule {
  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic]
}

extension ShellRule {
  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let shell = context.shell, file.isReadable, !shell.items.isEmpty else { return [] }
    return check(shell, file)
  }
}
