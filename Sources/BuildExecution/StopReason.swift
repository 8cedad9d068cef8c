/// Why a build is ended early.
package enum StopReason: Hashable, Sendable {
  /// A signal such as SIGINT reached this tool.
  case signal(Int32)
  case timeout
  /// What the build ran in has gone away; the text says how.
  case fault(String)

  var status: BuildStatus {
    switch self {
    case .signal: .stopped
    case .timeout: .timedOut
    case .fault: .fault
    }
  }
}
