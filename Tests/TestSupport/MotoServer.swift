import Subprocess
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A stand-in for AWS on this machine, and the real `aws` command to talk to it.
package struct MotoServer: Sendable {
  private let port: UInt16

  package var url: String { "http://127.0.0.1:\(port)" }

  /// Folder of `aws` and `moto_server`: where `scripts/setup-aws.sh` puts them, else one of `PATH`.
  private static let folder: String? = {
    let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .removingLastComponent()
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders =
      [root.appending(".build/aws/bin").string] + path.split(separator: ":").map(String.init)
    return folders.first { folder in
      ["aws", "moto_server"].allSatisfy { access("\(folder)/\($0)", X_OK) == 0 }
    }
  }()

  package static var isAvailable: Bool { folder != nil }

  /// What a process needs to find the `aws` command and its credentials; the address comes by
  /// `--endpoint-url`.
  package static var environment: [String: String] {
    [
      "PATH": "\(folder ?? ""):/usr/local/bin:/usr/bin:/bin",
      "HOME": getenv("HOME").map { String(cString: $0) } ?? "/",
      "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
      "AWS_DEFAULT_REGION": "eu-west-1", "AWS_EC2_METADATA_DISABLED": "true",
      "AWS_MAX_ATTEMPTS": "1",
    ]
  }

  /// Runs `body` beside a server of its own, which ends with it.
  package static func run(_ body: (MotoServer) async throws -> Void) async throws {
    let variables = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    let words = try TemporaryDirectory(["log": ""])
    let log = try FileDescriptor.open(FilePath(words.file("log")), .writeOnly, options: .append)
    _ = try await Subprocess.run(
      .path(FilePath("\(folder ?? "")/moto_server")),
      // The system chooses the port, so that no other server can come before.
      arguments: ["-H", "127.0.0.1", "-p", "0"], environment: .custom(variables),
      input: .none, output: .discarded,
      error: .fileDescriptor(log, closeAfterSpawningProcess: true)
    ) { execution in
      defer { kill(execution.processIdentifier.value, SIGKILL) }
      try await body(MotoServer(port: try await port(in: words)))
    }
  }

  /// Runs the `aws` command.
  package func aws(_ arguments: String..., in folder: String = "/") async throws -> Tool.Outcome {
    try await Tool.run(
      "/usr/bin/env", ["aws"] + arguments + ["--endpoint-url", url], in: folder,
      environment: Self.environment)
  }

  /// The port that the server tells in its log once it listens.
  private static func port(in words: TemporaryDirectory) async throws -> UInt16 {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(240)
    while clock.now < end {
      let text = try words.read("log")
      if let match = text.firstMatch(of: #/http://127\.0\.0\.1:([0-9]+)\s/#),
        let port = UInt16(match.1)
      {
        return port
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NotReady(log: try words.read("log"))
  }

  private struct NotReady: Error {
    let log: String
  }
}
