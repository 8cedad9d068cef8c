import BuildPlanning
import Diagnostics

/// The programs that the service puts on `PATH` of a build.
enum ServiceProgram: String, CaseIterable, Sendable {
  case breakpoint = "codebuild-breakpoint"
  case globSearch = "codebuild-glob-search"
  case hashFiles = "codebuild-hash-files"
  case resume = "codebuild-resume"
  case testsRun = "codebuild-tests-run"

  /// Whether a shell script does; the others are this tool itself.
  var isScript: Bool { self == .breakpoint || self == .resume }

  /// Those whose names stand in a command or where a shell works out a text of the plan. What scripts
  /// of the source call is not known.
  static func named(in plan: RunPlan) -> Set<ServiceProgram> {
    var texts = plan.phases.flatMap { $0.commands + $0.finally }.map(\.text)
    if let cache = plan.cache {
      texts += (cache.paths + [cache.key].compactMap(\.self) + cache.fallbackKeys).map(\.text)
    }
    texts += plan.artifacts.compactMap { $0.name?.text }
    return Set(allCases.filter { program in texts.contains { $0.holds(program.rawValue) } })
  }
}
