/// Starts programs.
package protocol ProcessLauncher: Sendable {
  /// Starts a program in a session of its own.
  ///
  /// `onOutput` gets the bytes of both streams in the order they were written, one call at a time;
  /// with `onError`, that one gets those of standard error, from another thread. `onEnd` is called once, after the program has ended and what it had written was handed over; a
  /// grandchild that keeps the stream open does not delay it.
  func start(
    _ request: ProcessRequest,
    onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void,
    onError: (@Sendable (ArraySlice<UInt8>) -> Void)?,
    onEnd: @escaping @Sendable (ProcessEnd) -> Void
  ) async throws -> any RunningProcess

  /// Runs a program to its end and returns what it wrote to standard output; standard error is
  /// dropped.
  func capture(_ request: ProcessRequest) async throws -> CapturedOutput

  /// Runs a program to its end and returns what it wrote to both streams. It is ended, with all
  /// it started, when the task is cancelled.
  /// - Throws: `ProgramNotFound` when there is no such program.
  func captureBoth(_ request: ProcessRequest) async throws -> CapturedStreams

  /// The session that another process of this machine has left.
  /// - Parameter text: what only its processes were started with in their environment, so that none
  ///   which got its number later is taken for it.
  /// - Returns: `nil` when none of its processes is alive.
  func session(_ number: Int32, startedWith text: String) -> (any ProcessSession)?

  /// This process, as others can name it.
  func own() -> ProcessOwner

  /// Whether `owner` was a process of this machine and has ended.
  func isGone(_ owner: ProcessOwner) -> Bool
}
