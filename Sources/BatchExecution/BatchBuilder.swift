package import BuildExecution

/// Builds the builds of a batch, one at a time for each call.
package protocol BatchBuilder: Sendable {
  /// Prepares what the build leaves behind.
  /// - Returns: the name of its record; `nil` for none.
  func begin(_ build: Int) -> String?

  /// Runs the build to its end. Whatever goes wrong is a result.
  /// - Parameter stop: ends the build early.
  func run(_ build: Int, stop: StopControl) async -> BatchBuildEnd
}
