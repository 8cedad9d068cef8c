/// How a phase or a build ended, in CodeBuild's words.
package enum BuildStatus: String, Codable, Sendable {
  case succeeded = "SUCCEEDED"
  case failed = "FAILED"
  /// What the build ran in has gone away.
  case fault = "FAULT"
  case stopped = "STOPPED"
  case timedOut = "TIMED_OUT"
}
