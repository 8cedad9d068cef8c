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
package struct S3StandIn: Sendable {
  private let port: UInt16

  package var url: String { "http://127.0.0.1:\(port)" }

  /// Folder of `aws` and `moto_server`: where `scripts/setup-aws.sh` puts them, else one of `PATH`.
  private static let folder: String? = {
    let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
      .removingLastComponent()
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders =
      [root.appending(".build/aws-tools/bin").string] + path.split(separator: ":").map(String.init)
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
  package static func run(_ body: (S3StandIn) async throws -> Void) async throws {
    let port = try freePort()
    let variables = Dictionary(
      uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    _ = try await Subprocess.run(
      .path(FilePath("\(folder ?? "")/moto_server")),
      arguments: ["-H", "127.0.0.1", "-p", "\(port)"], environment: .custom(variables),
      input: .none, output: .discarded, error: .discarded
    ) { execution in
      let server = S3StandIn(port: port)
      defer { kill(execution.processIdentifier.value, SIGKILL) }
      try await server.waitUntilReady()
      try await body(server)
    }
  }

  /// Runs the `aws` command.
  package func aws(_ arguments: String..., in folder: String = "/") async throws -> Tool.Outcome {
    try await Tool.run(
      "/usr/bin/env", ["aws"] + arguments + ["--endpoint-url", url], in: folder,
      environment: Self.environment)
  }

  private func waitUntilReady() async throws {
    for _ in 0..<600 {
      if try Self.withSocket(port: port, { connect($0, $1, $2) }).status == 0 { return }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  private static func freePort() throws -> UInt16 {
    let (status, port) = try withSocket(port: 0) { descriptor, address, length in
      var length = length
      return bind(descriptor, address, length) == 0
        ? getsockname(descriptor, address, &length) : -1
    }
    guard status == 0 else { throw Errno(rawValue: errno) }
    return port
  }

  /// Calls `body` with a new socket and an address of this machine.
  private static func withSocket(
    port: UInt16, _ body: (CInt, UnsafeMutablePointer<sockaddr>, socklen_t) -> CInt
  ) throws -> (status: CInt, port: UInt16) {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw Errno(rawValue: errno) }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body(descriptor, $0, length) }
    }
    return (status, UInt16(bigEndian: address.sin_port))
  }
}
