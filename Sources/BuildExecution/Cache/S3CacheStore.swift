import SystemPackage

/// The cache in S3, by the `aws` command, in the same layout as on this machine. S3 cannot refuse a
/// name that is taken, so of two builds that save one key at the same moment the last one stays.
struct S3CacheStore: CacheStore {
  let client: S3Client
  let place: S3Location
  let files: any Files
  /// A folder of this build.
  let scratch: FilePath

  let isRemote = true

  func list(version: String) async throws -> [CacheName] {
    try await refusals { try await client.list(place.appending(version)) }
      .sorted { $0.modified > $1.modified }
      .compactMap { CacheName(version: version, fileName: $0.name) }
  }

  func fetch(_ name: CacheName, _ body: (FilePath) async throws -> Void) async throws {
    let file = scratch.appending("fetched")
    defer { try? files.removeTree(file) }
    try await refusals { try await client.download(location(name), to: file) }
    try await body(file)
  }

  func keep(_ name: CacheName, _ body: (FilePath) async throws -> Bool) async throws -> Bool {
    if name.key != nil, try await list(version: name.version).contains(name) { return false }
    let file = scratch.appending("kept")
    defer { try? files.removeTree(file) }
    guard try await body(file) else { return false }
    try await refusals { try await client.upload(file: file, to: location(name)) }
    return true
  }

  func drop(_ name: CacheName) async throws {
    try await refusals { try await client.remove(location(name)) }
  }

  private func location(_ name: CacheName) throws -> S3Location {
    guard let file = name.fileName else { throw CacheProblem.keyTooLong }
    return place.appending(name.version).appending(file)
  }

  private func refusals<Result>(_ body: () async throws -> Result) async throws -> Result {
    do { return try await body() } catch let refusal as S3Client.Refusal {
      throw CacheProblem(description: refusal.description)
    }
  }
}
