package import BuildspecModel
package import Diagnostics

/// Runs every rule of the catalogue over a file.
package enum Linter {
  /// Findings sorted by place.
  package static func lint(
    _ file: BuildspecFile, _ context: LintContext = LintContext()
  ) -> [Diagnostic] {
    var context = context
    context.shell = ShellReading(file)
    return RuleCatalog.rules.flatMap { $0.check(file, context) }.sorted()
  }
}
