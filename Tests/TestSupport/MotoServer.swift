import Subprocess
import SystemPackage

/// AWS as moto plays it, on a port of its own, with the real AWS CLI. Both are installed by
/// `scripts/setup-aws.sh`.
package struct MotoServer: Sendable {
  private static let tools = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .removingLastComponent().appending(".build/aws-tools/bin").string

  package static var isInstalled: Bool {
    let names = TestFiles.list(tools)
    return names.contains("aws") && names.contains("moto_server")
  }

  package let url: String
  private let log: String

  /// What a program needs to reach it.
  package var environment: [String: String] {
    [
      "PATH": "\(Self.tools):/usr/local/bin:/usr/bin:/bin", "AWS_ENDPOINT_URL": url,
      "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
      "AWS_DEFAULT_REGION": "us-east-1", "AWS_MAX_ATTEMPTS": "1",
      "AWS_EC2_METADATA_DISABLED": "true",
    ]
  }

  /// Number of requests so far.
  package var requests: Int {
    get throws { try Self.text(log).split(separator: "\n").count { $0.contains("\"POST /") } }
  }

  /// Runs a server as long as `body` runs.
  package static func run(
    isolation: isolated (any Actor)? = #isolation, _ body: (MotoServer) async throws -> Void
  ) async throws {
    let folder = try TemporaryDirectory()
    let log = folder.file("log")
    let output = try FileDescriptor.open(
      FilePath(log), .writeOnly, options: [.create, .append], permissions: .ownerReadWrite)
    _ = try await Subprocess.run(
      .path(FilePath("\(tools)/moto_server")), arguments: ["-H", "127.0.0.1", "-p", "0"],
      input: .none, output: .fileDescriptor(output, closeAfterSpawningProcess: false),
      error: .fileDescriptor(output, closeAfterSpawningProcess: true)
    ) { execution in
      do {
        try await body(MotoServer(url: try await url(in: log), log: log))
      } catch {
        try? execution.send(signal: .kill)
        throw error
      }
      try execution.send(signal: .kill)
    }
  }

  /// Runs the AWS CLI and returns what it prints.
  @discardableResult
  package func aws(_ arguments: String...) async throws -> String {
    let done = try await Tool.run("\(Self.tools)/aws", arguments, in: "/", environment: environment)
    guard done.status == 0 else { throw Failure(description: done.error) }
    return done.output
  }

  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  private static func url(in log: String) async throws -> String {
    for _ in 0..<1_200 {
      if let start = try text(log).firstRange(of: "Running on ") {
        let rest = try text(log)[start.upperBound...]
        if let end = rest.firstIndex(of: "\n") { return String(rest[..<end]) }
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure(description: "moto_server did not start: \(try text(log))")
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try TestFiles.read(path), as: UTF8.self)
  }
}
