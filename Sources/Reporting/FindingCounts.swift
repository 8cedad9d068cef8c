import Diagnostics

/// How many findings of each severity a run had.
package struct FindingCounts: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var infos = 0

  package init(_ files: [FileFindings]) {
    for diagnostic in files.lazy.flatMap(\.diagnostics) {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }

  package var total: Int { errors + warnings + infos }
}
