import SystemPackage

/// The files of a build on this machine. Only what lies below the source folder is cached: what is
/// elsewhere, such as `/root/.m2`, belongs to the user and stays between builds by itself.
struct HostCachePlace: CachePlace {
  private let site: CacheSite
  private let paths: CachePaths

  /// - Parameter source: the folder that the commands work in.
  init(_ site: CacheSite, source: FilePath) throws {
    let source = try site.host.files.resolve(source) ?? source
    let own = Set(site.ownFolders.map { source.pushing($0) })
    self.site = site
    self.paths = CachePaths(files: site.host.files, source: source, excluded: own)
  }

  private var host: Host { site.host }
  private var staging: FilePath { site.staging }

  var system: String? { nil }
  var programs: [String] { ["tar", "zstd"] }

  func leftOut(_ patterns: [String]) -> (paths: [String], reason: String) {
    (
      patterns.filter { paths.relative($0) == nil },
      "outside of the source folder; what is there stays on this machine as it is"
    )
  }

  func pack(_ patterns: [String], to archive: FilePath) async throws -> Bool {
    let roots = try paths.roots(patterns)
    guard !roots.isEmpty else { return false }
    try host.files.createFolder(staging, mode: 0o700)
    defer { try? host.files.removeTree(staging) }
    let list = staging.appending("list")
    // The dot keeps tar from taking a name for an option.
    try host.files.write(
      roots.flatMap { Self.bytes("./\($0.string)") + [0] }, to: list, mode: 0o600)
    let excluded = paths.excluded.compactMap { path in
      paths.relative(path.string).map { "--exclude=./\($0.string)" }
    }
    try await tar(
      ["--create", "--zstd", "--file", archive.string, "--directory", paths.source.string]
        + excluded + ["--null", "--files-from", list.string], isDamage: false)
    return true
  }

  func unpack(_ archive: FilePath, _ patterns: [String]) async throws {
    try host.files.createFolder(staging, mode: 0o700)
    defer { try? host.files.removeTree(staging) }
    // tar itself refuses absolute paths, `..` and writing through links, below an empty folder.
    try await tar(
      [
        "--extract", "--zstd", "--file", archive.string, "--directory", staging.string,
        "--no-same-owner", "--no-same-permissions",
      ], isDamage: true)
    try CacheMerge(
      files: host.files, staging: staging, source: paths.source,
      globs: patterns.compactMap { paths.relative($0) }.map { Glob($0.string) },
      keepsExisting: site.keepsExisting, skipped: site.skipped
    ).run()
  }

  private func tar(_ arguments: [String], isDamage: Bool) async throws {
    var environment = host.environment.filter { !["TAR_OPTIONS", "TAPE"].contains($0.key) }
    environment["LC_ALL"] = "C"
    // As many threads as there are cores.
    environment["ZSTD_NBTHREADS"] = "0"
    let request = ProcessRequest(
      program: "tar", arguments: arguments, environment: environment, folder: paths.source)
    let output = try await ProgramRun(host: host, isStopped: site.isStopped).run(request)
    guard output.isSuccess else {
      throw CacheProblem(description: output.firstLine, isDamage: isDamage)
    }
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
