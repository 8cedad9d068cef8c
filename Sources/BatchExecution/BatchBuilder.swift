package import BuildExecution
package import BuildPlanning

/// Builds the builds of a batch, one at a time for each call.
package protocol BatchBuilder: Sendable {
  /// Runs the build to its end. Whatever goes wrong is a result.
  /// - Parameters:
  ///   - stop: ends the build early.
  ///   - onStart: called once, first of all, with the name of its record; `nil` for none.
  func run(_ build: Int, stop: StopControl, onStart: (String?) -> Void) async -> BatchBuildEnd

  /// Does what comes when the batch has succeeded.
  /// - Parameter builds: the numbers of those that were built and succeeded.
  /// - Returns: what the user should know of it.
  func complete(_ builds: [Int]) async throws -> PlanNotice?
}
