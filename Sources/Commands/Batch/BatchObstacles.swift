import BuildspecLint
import BuildspecModel
import Diagnostics

/// What keeps a batch from being planned: CodeBuild itself would not start it. A single build of the same
/// file does not care (`RunObstacles`); what is wrong with the phases concerns the builds, one by one.
enum BatchObstacles {
  /// In the words of lint, sorted by place.
  static func find(in file: BuildspecFile) -> [Diagnostic] {
    let losses = Set(file.problems.filter(isLoss).map(\.range))
    let ofBatch = rules.flatMap { $0.check(file, context) }.filter { $0.severity == .error }
    guard !file.isReadable || !losses.isEmpty else { return ofBatch.sorted() }
    // CodeBuild does not know our ignore comments.
    let findings = Linter.lint(file, context, LintPolicy(honorsIgnores: false))
    let errors = findings.filter { $0.severity == .error }
    guard file.isReadable else { return errors }
    return errors.filter { isOfBatch($0.rule) || losses.contains($0.range) }
  }

  private static var context: LintContext {
    let context = LintContext()
    context.isFinal = true
    return context
  }

  /// The rules of batches; a large one takes a third of the time when the others are not asked.
  private static let rules = RuleCatalog.rules.filter { isOfBatch($0.info.identity) }

  private static func isOfBatch(_ rule: RuleIdentity) -> Bool { rule.code.hasPrefix("BS7") }

  /// Something of the wrong kind: the rest would not be the batch that was written.
  private static func isLoss(_ problem: SchemaProblem) -> Bool {
    guard case .wrongType(let key, _, _) = problem.kind else { return false }
    return problem.section.isBatch || problem.section == .top && key == "batch"
  }
}
