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

  /// Every `env` that is written once.
  var environments: [BatchEnvironment] {
    builds.compactMap(\.env) + [matrix?.staticEnvironment].compactMap(\.self)
  }
}
