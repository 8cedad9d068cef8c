import BuildspecLint
import BuildspecModel
import Diagnostics

/// What keeps a batch from being planned: CodeBuild itself would not start it. A single build of the same
/// file does not care (`RunObstacles`); what is wrong with the phases concerns the builds, one by one.
enum BatchObstacles {
  /// In the words of lint, sorted by place.
  static func find(in file: BuildspecFile) -> [Diagnostic] {
    var context = LintContext()
    context.isFinal = true
    // CodeBuild does not know our ignore comments.
    let findings = Linter.lint(file, context, LintPolicy(honorsIgnores: false))
    let errors = findings.filter { $0.severity == .error }
    guard file.isReadable else { return errors }
    let losses = Set(file.problems.filter(isLoss).map(\.range))
    return errors.filter { isOfBatch($0) || losses.contains($0.range) }
  }

  /// Codes of the rules of batches begin with these.
  private static func isOfBatch(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.rule.code.hasPrefix("BS7")
  }

  /// Something of the wrong kind: the rest would not be the batch that was written.
  private static func isLoss(_ problem: SchemaProblem) -> Bool {
    if case .wrongType = problem.kind {
      problem.section.isBatch || problem.isBatchItself
    } else {
      false
    }
  }
}

extension SchemaProblem {
  /// Whether it is the section `batch` that is of the wrong kind.
  fileprivate var isBatchItself: Bool {
    if case .wrongType("batch", _, _) = kind { section == .top } else { false }
  }
}
