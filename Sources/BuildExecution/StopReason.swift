/// Why a build is ended early.
package enum StopReason: Hashable, Sendable {
  /// A signal such as SIGINT reached this tool.
  case signal(Int32)
  case timeout

  var status: BuildStatus {
    switch self {
    case .signal: .stopped
    case .timeout: .timedOut
    }
  }
}
