import BuildExecution
import SystemPackage

/// Asks a program something, for a limited time.
struct DoctorProbe {
  /// Seconds that a check waits.
  static let limit = 10

  enum Answer: Sendable {
    case said(String)
    /// The first line that tells why.
    case failed(String)
    case silent
  }

  let host: Host
  var limit = Self.limit

  /// - Parameter program: a path.
  func ask(_ program: FilePath, _ arguments: [String]) async -> Answer {
    let request = ProcessRequest(
      program: program.string, arguments: arguments, environment: host.environment, folder: "/")
    let (host, seconds) = (host, limit)
    let question = Task { try await host.processes.captureBoth(request) }
    let timer = Task {
      try await host.clock.sleep(milliseconds: seconds * 1_000)
      question.cancel()
      return true
    }
    let result = await question.result
    timer.cancel()
    if (try? await timer.value) == true { return .silent }
    guard case .success(let streams) = result else { return .failed("it does not start") }
    let said = String(decoding: streams.output, as: UTF8.self)
    if streams.end == .exited(0) { return .said(said) }
    let lines = String(decoding: streams.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
    return .failed(lines.first.map(String.init) ?? "it fails without a word")
  }
}
