import Subprocess
import SystemPackage

/// The built executable, run as a user would run it, in a small environment of its own.
package enum Tool {
  package struct Outcome: Sendable {
    package var output: String
    package var error: String
    /// Exit status, or 128 and the signal that ended it.
    package var status: Int32

    /// The lines of standard error but for the comparison with CodeBuild at the end of a run.
    package var remarks: [Substring] { Tool.remarks(error) }
  }

  package static func remarks(_ error: String) -> [Substring] {
    error.split(separator: "\n").filter {
      !$0.hasPrefix("buildspec: parity: ") && !$0.hasPrefix("parity: ")
    }
  }

  /// Path of the executable, which lies beside the test bundle.
  package static var path: String {
    FilePath(CommandLine.arguments[0]).removingLastComponent().appending("buildspec").string
  }

  /// The executable that people get, which runs in any container; `nil` before `make release`.
  package static var release: String? {
    let path = Snapshot.path("../.build/static/release/buildspec")
    return (try? FileDescriptor.open(FilePath(path), .readOnly).close()).map { path }
  }

  /// Runs the tool in a folder. `environment` is added to PATH, HOME and a few more.
  package static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Outcome {
    try await run(path, arguments, in: folder, environment: environment, input: input)
  }

  /// Runs any program in the same way.
  package static func run(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = [:], input: String = ""
  ) async throws -> Outcome {
    let scrubbed = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8", "TMPDIR": "/tmp",
      // The findings of ShellCheck depend on the machine; tests that want them say so.
      "BUILDSPEC_SHELLCHECK": "off",
    ].merging(environment) { _, given in given }
    let variables = Dictionary(
      uniqueKeysWithValues: scrubbed.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let result = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(variables),
      workingDirectory: FilePath(folder), input: .string(input),
      output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
    return Outcome(
      output: result.standardOutput, error: result.standardError,
      status: status(result.terminationStatus))
  }

  private static func status(_ status: TerminationStatus) -> Int32 {
    switch status {
    case .exited(let code): Int32(code)
    case .signaled(let signal): 128 + Int32(signal)
    }
  }
}
