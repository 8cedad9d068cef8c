package import BuildExecution

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Host {
  /// The real machine. The reader of a pipe that goes away is told by an error from now on, not by a
  /// signal; programs that are started get the usual signals.
  package static func live() -> Host {
    signal(SIGPIPE, SIG_IGN)
    return Host(
      files: LiveFiles(), processes: LiveProcesses(), clock: LiveClock(),
      environment: LiveEnvironment.all(), terminal: LiveTerminal(), randomness: LiveRandomness())
  }
}
