import BuildExecution

extension ExitStatus {
  /// The exit status that the end of a build or a batch asks for.
  static func of(_ status: BuildStatus, _ reason: StopReason?) -> Int32 {
    switch reason {
    case .signal(let number): return 128 + number
    case .timeout: return timedOut.rawValue
    case .fault: return fault.rawValue
    case .batchFailed, nil: return (status == .succeeded ? ok : failure).rawValue
    }
  }
}
