import SystemPackage

/// Files in S3, by the `aws` command: its credentials, proxies and settings are those the user knows.
struct S3Client {
  let host: Host
  private let settings: AWSSettings
  private let environment: [String: String]
  private let isStopped: @Sendable () -> Bool

  init(_ job: RunJob, host: Host, isStopped: @escaping @Sendable () -> Bool) {
    self.host = host
    self.settings = job.aws
    self.environment = job.awsEnvironment(inherited: host.environment)
    self.isStopped = isStopped
  }

  /// What S3 or the `aws` command refused, in its own words.
  struct Refusal: Error, CustomStringConvertible {
    var description: String
    /// Whether there is no such object.
    var isMissing: Bool
  }

  /// One object of a listing.
  struct Object: Hashable {
    /// Path below the location that was listed.
    var name: String
    /// Bytes.
    var size: Int
    /// As the `aws` command writes times; the newest one sorts last.
    var modified: String
  }

  /// - Parameter metadata: `name=value`, kept with the objects.
  func upload(file: FilePath, to place: S3Location, metadata: String? = nil) async throws {
    try await copy(file.string, place.url, metadata: metadata)
  }

  func upload(folder: FilePath, to place: S3Location, metadata: String? = nil) async throws {
    try await copy(folder.string, place.url, metadata: metadata, more: ["--recursive"])
  }

  func download(_ place: S3Location, to file: FilePath) async throws {
    try await copy(place.url, file.string, metadata: nil)
  }

  func remove(_ place: S3Location) async throws {
    _ = try await aws(["s3", "rm", place.url, "--only-show-errors"])
  }

  /// The objects below a location, in the order of their keys.
  func list(_ place: S3Location) async throws -> [Object] {
    let arguments = [
      "s3api", "list-objects-v2", "--bucket", place.bucket, "--prefix", "\(place.prefix)/",
      "--query", "Contents[].[LastModified, Size, Key]", "--output", "text",
    ]
    return try await aws(arguments).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: 2)
      guard fields.count == 3, let size = Int(fields[1]) else { return nil }
      return Object(
        name: String(fields[2].dropFirst(place.prefix.count + 1)), size: size,
        modified: String(fields[0]))
    }
  }

  private func copy(
    _ source: String, _ target: String, metadata: String?, more: [String] = []
  ) async throws {
    var arguments = ["s3", "cp", source, target, "--only-show-errors"] + more
    if let metadata { arguments += ["--metadata", metadata] }
    _ = try await aws(arguments)
  }

  private func aws(_ arguments: [String]) async throws -> String {
    let request = ProcessRequest(
      program: "aws", arguments: arguments + settings.options, environment: environment,
      folder: "/")
    let output = try await ProgramRun(host: host, isStopped: isStopped).run(request)
    let text = String(decoding: output.bytes, as: UTF8.self)
    guard output.isSuccess else {
      let isMissing = text.contains("(404)") || text.contains("NoSuchKey")
      throw Refusal(description: output.lastLine, isMissing: isMissing)
    }
    return text
  }
}
