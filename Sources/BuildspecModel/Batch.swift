package import Diagnostics

/// The `batch` section; read only when a batch build is started.
package struct Batch: Hashable, Sendable {
  /// Place of the `batch` key.
  package var range: SourceRange
  package var fastFail: Located<Bool>?
  package var list: [BatchBuild]?
  package var graph: [BatchBuild]?
  package var matrix: BatchMatrix?
  package var fanout: BatchFanout?

  package init(range: SourceRange) {
    self.range = range
  }

  /// All builds that are written one by one.
  package var builds: [BatchBuild] {
    guard let list, let graph else { return list ?? graph ?? [] }
    return list + graph
  }

  /// More builds than these are not planned: no batch needs them, and a few lines of a matrix can ask
  /// for more than fit into any memory.
  package static let buildLimit = 10_000

  /// Number of builds of all kinds that the section has, at most the largest integer.
  package var buildCount: Int {
    [matrix.map { $0.buildCount ?? .max } ?? 0, fanout?.buildCount ?? 0].reduce(builds.count) {
      let (sum, isTooLarge) = $0.addingReportingOverflow($1)
      return isTooLarge ? .max : sum
    }
  }

  /// Every `env` that is written once.
  var environments: [BatchEnvironment] {
    builds.compactMap(\.env) + [matrix?.staticEnvironment].compactMap(\.self)
  }
}
