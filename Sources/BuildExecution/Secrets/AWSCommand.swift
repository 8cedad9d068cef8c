import JSONSyntax
import SystemPackage

/// Calls AWS by its own command line tool, with the credentials, the region and the endpoint that the
/// build's commands get. Arguments name what is wanted; what comes back goes through a pipe.
struct AWSCommand: Sendable {
  private static let program = "aws"
  /// Seconds, so that a host that does not answer keeps nobody waiting for long.
  private static let timeouts = ["--cli-connect-timeout", "10", "--cli-read-timeout", "30"]

  private let host: Host
  private let folder: FilePath
  private let environment: [String: String]
  private let options: [String]

  init(_ job: RunJob, host: Host) {
    self.host = host
    folder = job.source
    environment = job.awsEnvironment(inherited: host.environment)
    // A flag of ours is a flag there: a variable would lose against other settings, and old versions
    // do not know all of them.
    options = job.aws.options
  }

  /// Why a call gave no answer.
  enum Problem: Error {
    /// The service's own code and message, such as `AccessDeniedException: User: …`.
    case refused(String)
    /// Nothing was asked, or nobody answered.
    case unavailable(String)
  }

  /// - Parameter input: the request as the service's API has it, in JSON. A list of names among the
  ///   arguments would be read as files and URLs where they look like such.
  func call(_ service: String, _ operation: String, input: String) async throws -> JSONNode {
    let arguments =
      [service, operation] + options + Self.timeouts
      + ["--output", "json", "--cli-input-json", input]
    let request = ProcessRequest(
      program: Self.program, arguments: arguments, environment: environment, folder: folder)
    let name = "\(Self.program) \(service) \(operation)"
    let done: CapturedStreams
    do {
      done = try await host.processes.captureBoth(request)
    } catch is ProgramNotFound {
      throw Problem.unavailable("the AWS CLI (\(Self.program)) is not installed")
    }
    guard done.end == .exited(0) else { throw Self.problem(name, done) }
    var reader = JSONReader(done.output)
    do {
      return try reader.value()
    } catch {
      throw Problem.unavailable("\(name) did not answer in JSON")
    }
  }

  // MARK: Failures

  private static func problem(_ name: String, _ done: CapturedStreams) -> Problem {
    let text = String(decoding: done.errors, as: UTF8.self)
    if let refusal = refusal(in: text) { return .refused(refusal) }
    let reason = text.split(separator: "\n").last.map { ": \($0)" } ?? ""
    return .unavailable("\(name) failed\(reason)")
  }

  /// `An error occurred (CODE) when calling the X operation: MESSAGE` as `CODE: MESSAGE`.
  static func refusal(in text: String) -> String? {
    guard let start = text.firstRange(of: "An error occurred (") else { return nil }
    let rest = text[start.upperBound...]
    guard let bracket = rest.firstIndex(of: ")"),
      let operation = rest[bracket...].firstRange(of: "operation"),
      // A count of retries may stand between.
      let colon = rest[operation.upperBound...]
        .firstRange(of: rest[operation.upperBound...].hasPrefix(" (") ? "): " : ": ")
    else { return nil }
    let message = rest[colon.upperBound...].split(separator: "\n").joined(separator: " ")
    return "\(rest[..<bracket]): \(message)"
  }
}
