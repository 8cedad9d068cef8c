import BuildspecLint
import BuildspecModel
import Diagnostics

/// What keeps a file from being run: CodeBuild itself would stop at it before the first command.
enum RunObstacles {
  static func find(in file: BuildspecFile) -> [Diagnostic] {
    let errors = Linter.lint(file).filter { $0.severity == .error }
    if !file.isReadable || file.buildspec.phases.isEmpty { return errors }
    return errors.filter(isObstacle)
  }

  /// Runtimes depend on the image; a build on this machine uses what there is.
  private static func isObstacle(_ diagnostic: Diagnostic) -> Bool {
    guard let words = diagnostic.serviceMessage else { return false }
    return words.hasPrefix("YAML_FILE_ERROR") && !words.contains("Unknown runtime named")
  }
}
