import ArgumentParser
import BuildExecution
import Reporting
import SystemPackage

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look for what keeps builds from running here, and tell how to mend it.",
    discussion: """
      What the buildspec of the folder needs and is not there is an error, and the status is 1; all else \
      is a hint. No program is waited for without a limit. Credentials are never printed.
      """)

  @Option(
    name: [.customShort("f"), .long], help: "The buildspec. (default: buildspec.yml)",
    completion: .file(extensions: ["yml", "yaml"]))
  var file: String?

  @Option(
    name: [.customShort("C"), .long], help: "The source folder. (default: the current folder)",
    completion: .directory)
  var directory: String?

  @Option(help: "Output format.")
  var format = PlanFormat.text

  func run() async throws {
    throw ExitCode(try await run(on: .live()))
  }

  /// Makes the checks and gives the exit status.
  func run(on host: Host) async throws(ToolError) -> Int32 {
    let subject = try DoctorSubject(file: file, directory: directory, host: host)
    let findings = await DoctorChecks.run(on: subject)
    StandardStreams.write(
      format == .json ? DoctorReport.json(findings) : DoctorReport.text(findings))
    let hasErrors = findings.contains { $0.level == .error }
    return (hasErrors ? ExitStatus.failure : .ok).rawValue
  }
}
