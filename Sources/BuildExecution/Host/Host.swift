/// The world outside: everything a build needs beyond its plan. Made once, passed down, never
/// global; no part has a default value, so that a test cannot touch the real one by accident.
package struct Host: Sendable {
  package var files: any Files
  package var processes: any ProcessLauncher
  package var clock: any WallClock
  /// The environment this tool was started in.
  package var environment: [String: String]
  package var terminal: any Terminal
  package var randomness: any Randomness

  package init(
    files: any Files, processes: any ProcessLauncher, clock: any WallClock,
    environment: [String: String], terminal: any Terminal, randomness: any Randomness
  ) {
    self.files = files
    self.processes = processes
    self.clock = clock
    self.environment = environment
    self.terminal = terminal
    self.randomness = randomness
  }
}
