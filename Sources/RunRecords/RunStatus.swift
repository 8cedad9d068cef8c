package import BuildExecution

/// What is known of the end of a run.
package enum RunStatus: Hashable, Sendable {
  case inProgress
  /// The tool went away before the run had ended, or could not write any more.
  case interrupted
  case ended(BuildStatus)

  /// As records and reports write it.
  package var text: String {
    switch self {
    case .inProgress: "IN_PROGRESS"
    case .interrupted: "INTERRUPTED"
    case .ended(let status): status.rawValue
    }
  }

  package init?(text: String) {
    switch text {
    case Self.inProgress.text: self = .inProgress
    case Self.interrupted.text: self = .interrupted
    default:
      guard let status = BuildStatus(rawValue: text) else { return nil }
      self = .ended(status)
    }
  }
}
