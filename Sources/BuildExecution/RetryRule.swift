import BuildPlanning
import BuildspecModel

/// Decides whether a failing phase makes the build begin again.
///
/// AWS says that the error message must match. Its examples look for words of programs, which the
/// service's message ("Error while executing command: …") does not have; so the end of what the failing
/// command wrote is looked at too, line by line.
struct RetryRule {
  /// Characters of a line that are looked at, to bound what a pattern can cost.
  private static let longestLine = 1_000

  /// 0 for the first run of the build.
  let attempt: Int

  func asks(_ phase: PlannedPhase, context: PhaseContext?, output: String) -> Bool {
    guard let retry = phase.retry, attempt < retry.count else { return false }
    guard let regex = try? Regex(retry.pattern) else { return false }
    let message = context?.message ?? ""
    return (message + "\n" + output).split(separator: "\n", omittingEmptySubsequences: false)
      .contains { $0.prefix(Self.longestLine).firstMatch(of: regex) != nil }
  }

  /// What people are told before the build begins again.
  func notice(_ phase: PlannedPhase) -> PlanNotice {
    let count = phase.retry?.count ?? 0
    return PlanNotice(
      key: "phases.\(phase.name.rawValue).on-failure",
      message: "the build begins again: retry \(attempt + 1) of \(count)", place: phase.place)
  }
}
