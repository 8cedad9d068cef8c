/// How one script ended.
package enum ItemOutcome: Hashable, Sendable {
  case exited(Int32)
  /// The shell that runs the commands went away while the script ran; usually the script ended it.
  case shellLost

  package var isSuccess: Bool { self == .exited(0) }

  /// Exit status; 137, as after SIGKILL, when the shell was lost.
  package var status: Int32 {
    switch self {
    case .exited(let status): status
    case .shellLost: 137
    }
  }

  /// The service's words for the end, such as `exit status 1`.
  package var reason: String {
    switch self {
    case .exited(let status): "exit status \(status)"
    case .shellLost: "the shell of the build was ended while the command ran"
    }
  }
}
