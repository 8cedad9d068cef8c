/// How much a finding matters.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// CodeBuild rejects the file, or the file cannot mean what it says.
  case error
  /// The build runs, but not as written.
  case warning
  /// Worth knowing.
  case info

  package static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
