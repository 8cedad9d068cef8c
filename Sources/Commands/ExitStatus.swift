/// What the tool's exit status means. Scripts rely on it.
package enum ExitStatus: Int32, Sendable {
  /// Clean, or the build succeeded.
  case ok = 0
  /// Findings at or above the threshold, or the build failed.
  case failure = 1
  /// Used wrongly: unknown flag, bad value, no such file.
  case usage = 2
  /// Could not do it: an engine is not there, the disk is full.
  case fault = 3
  /// The build took too long.
  case timedOut = 4
}
