import BuildspecLint
import BuildspecModel
import Diagnostics

/// What keeps a file from being run: CodeBuild itself would stop at it before the first command.
enum RunObstacles {
  static func find(in file: BuildspecFile) -> [Diagnostic] {
    // CodeBuild does not know our ignore comments.
    let findings = Linter.lint(file, LintContext(), LintPolicy(honorsIgnores: false))
    let errors = findings.filter { $0.severity == .error }
    if !file.isReadable || file.buildspec.phases.isEmpty { return errors }
    let losses = file.problems.filter(isLoss).map(\.range)
    return errors.filter { isObstacle($0) || losses.contains($0.range) }
  }

  /// Something of the wrong kind: running the rest would not be what was written.
  private static func isLoss(_ problem: SchemaProblem) -> Bool {
    switch problem.kind {
    case .wrongType, .command(.isMapping, _), .command(.isList, _): !problem.section.isBatch
    default: false
    }
  }

  /// Runtimes depend on the image; a build on this machine uses what there is.
  private static func isObstacle(_ diagnostic: Diagnostic) -> Bool {
    guard let words = diagnostic.serviceMessage else { return false }
    return words.hasPrefix("YAML_FILE_ERROR") && !words.contains("Unknown runtime named")
  }
}
