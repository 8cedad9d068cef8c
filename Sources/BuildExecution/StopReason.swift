/// Why a build is ended early.
package enum StopReason: Hashable, Sendable {
  /// A signal such as SIGINT reached this tool.
  case signal(Int32)
  case timeout
  /// Another build of the batch failed, and the first failure ends it.
  case batchFailed
  /// What the build ran in has gone away; the text says how.
  case fault(String)

  package var status: BuildStatus {
    switch self {
    case .signal, .batchFailed: .stopped
    case .timeout: .timedOut
    case .fault: .fault
    }
  }
}
