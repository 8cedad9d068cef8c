/// How a phase or a build ended, in CodeBuild's words.
package enum BuildStatus: String, Codable, Sendable {
  case succeeded = "SUCCEEDED"
  case failed = "FAILED"
  case stopped = "STOPPED"
  case timedOut = "TIMED_OUT"
}
