package import SystemPackage

/// Starts programs.
package protocol ProcessLauncher: Sendable {
  /// Starts a program in a session of its own.
  ///
  /// `onOutput` gets the bytes of both streams in the order they were written, one call at a time.
  /// `onEnd` is called once, after the program has ended and what it had written was handed over; a
  /// grandchild that keeps the stream open does not delay it.
  func start(
    _ request: ProcessRequest,
    onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void,
    onEnd: @escaping @Sendable (ProcessEnd) -> Void
  ) async throws -> any RunningProcess

  /// Runs a program to its end and returns what it wrote to standard output; standard error is
  /// dropped.
  func capture(_ request: ProcessRequest) async throws -> CapturedOutput
}

/// A program to start.
package struct ProcessRequest: Sendable {
  /// A path, or a name to look up in `PATH`.
  package var program: String
  package var arguments: [String]
  package var environment: [String: String]
  package var folder: FilePath

  package init(
    program: String, arguments: [String], environment: [String: String], folder: FilePath
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}

/// How a program ended.
package enum ProcessEnd: Hashable, Sendable {
  case exited(Int32)
  case signalled(Int32)
}

/// What a program wrote.
package struct CapturedOutput: Sendable {
  package var end: ProcessEnd
  package var bytes: [UInt8]

  package init(end: ProcessEnd, bytes: [UInt8]) {
    self.end = end
    self.bytes = bytes
  }
}
