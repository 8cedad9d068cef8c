package import BuildspecModel
package import Diagnostics

/// What keeps a file from being run: CodeBuild itself would stop at it before the first command.
package enum RunObstacles {
  /// In the words of lint, sorted by place.
  package static func find(in file: BuildspecFile) -> [Diagnostic] {
    // CodeBuild does not know our ignore comments.
    let findings = Linter.lint(file, LintContext(), LintPolicy(honorsIgnores: false))
    let errors = findings.filter { $0.severity == .error }
    if !file.isReadable || file.buildspec.phases.isEmpty { return errors }
    let losses = file.problems.filter(isLoss).map(\.range)
    return errors.filter { isRefusal($0) || losses.contains($0.range) }
  }

  /// Whether CodeBuild is known to refuse the file for it, on every image. Of the other obstacles
  /// we know only that the build would not be the one that was written.
  static func isRefusal(_ diagnostic: Diagnostic) -> Bool {
    guard let words = diagnostic.serviceMessage else { return false }
    // Runtimes depend on the image; a build on this machine uses what there is.
    return words.hasPrefix("YAML_FILE_ERROR") && !words.contains("Unknown runtime named")
  }

  /// Something of the wrong kind: running the rest would not be what was written.
  private static func isLoss(_ problem: SchemaProblem) -> Bool {
    switch problem.kind {
    case .wrongType, .command(.isMapping, _), .command(.isList, _): !problem.section.isBatch
    default: false
    }
  }
}
