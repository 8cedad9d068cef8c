import BuildspecModel
import Diagnostics

/// A rule that looks at the commands as scripts.
protocol ShellRule: Rule {
  /// Words without which the rule has nothing to say; the file must hold one of them. Most files
  /// hold few, and to look for a word costs next to nothing.
  static var signs: [StaticString] { get }

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic]
}

extension ShellRule {
  static var subject: RuleSubject { .words(signs) }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let shell = context.shell, file.isReadable, !shell.items.isEmpty else { return [] }
    return check(shell, file)
  }
}
