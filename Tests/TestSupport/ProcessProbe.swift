import SystemPackage

/// Looks at processes of this machine that are not children of the test.
package enum ProcessProbe {
  /// How long a process that was ended may need to go on a busy machine; one that was not stays longer.
  private static let patience = Duration.seconds(60)

  /// Whether the process is there and no zombie, which stays where nothing reaps it.
  /// - Parameter process: its number, as a shell prints it.
  package static func isAlive(_ process: some StringProtocol) -> Bool {
    guard Int32(process) != nil, let bytes = try? TestFiles.read("/proc/\(process)/stat") else {
      return false
    }
    // The name of the program stands in brackets and may hold anything; the state follows it.
    let state = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.dropFirst().first
    return state != "Z" && state != "X"
  }

  /// Whether the process goes. One that got a signal may have to wait for its turn to end.
  package static func goes(_ process: some StringProtocol) async throws -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while isAlive(process) {
      if clock.now > end { return false }
      try await Task.sleep(for: .milliseconds(20))
    }
    return true
  }
}
