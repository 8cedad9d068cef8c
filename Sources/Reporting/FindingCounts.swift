package import Diagnostics

/// How many findings of each severity a run had.
package struct FindingCounts: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  /// Number of files that have findings.
  package var files = 0

  package init() {}

  package init(_ files: [FileFindings]) {
    for file in files { add(FindingCounts(file.diagnostics)) }
  }

  /// Those of one file.
  package init(_ diagnostics: [Diagnostic]) {
    files = diagnostics.isEmpty ? 0 : 1
    for index in diagnostics.indices {
      switch diagnostics[index].severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }

  package mutating func add(_ other: FindingCounts) {
    errors += other.errors
    warnings += other.warnings
    infos += other.infos
    files += other.files
  }

  package var total: Int { errors + warnings + infos }

  /// The highest severity; `nil` when there are no findings.
  package var worst: Severity? {
    if errors > 0 { return .error }
    if warnings > 0 { return .warning }
    return infos > 0 ? .info : nil
  }
}
