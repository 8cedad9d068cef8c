import Synchronization
import SystemPackage

/// The files of a build in a container. They travel as the streams of `docker cp`, so the image needs
/// no program for it.
struct ContainerCachePlace: CachePlace {
  let tool: ContainerTool
  let container: String
  /// What a cache of this container is not shared with: those of this machine.
  let system: String?
  let paths: ContainerCachePaths
  let site: CacheSite
  /// Runs a script as root; `nil` when it cannot be run.
  let ask: @Sendable (String) async throws -> [UInt8]?

  /// Seconds that a cache may be on its way.
  private static let longest = 6 * 3_600

  let programs = ["zstd"]

  func leftOut(_ patterns: [String]) -> (paths: [String], reason: String) {
    (
      patterns.filter { paths.pattern($0) == nil },
      "not cached; a path is relative to the source folder, or names a folder of the image"
    )
  }

  // MARK: Packing

  func pack(_ texts: [String], to archive: FilePath) async throws -> Bool {
    let patterns = texts.compactMap(paths.pattern)
    let roots = try await roots(of: patterns)
    guard !roots.isEmpty else { return false }
    let request = ProcessRequest(
      program: "zstd", arguments: ["--quiet", "--threads=0", "--force", "-o", archive.string],
      environment: site.host.environment, folder: "/")
    let hasEntries = Mutex(false)
    let output = try await ProgramRun(host: site.host, isStopped: site.isStopped)
      .run(request) { zstd in
        let export = try await copy(roots, patterns) { zstd.write($0) }
        hasEntries.withLock { $0 = export }
        zstd.closeInput()
      }
    guard output.isSuccess else { throw CacheProblem(description: output.firstLine) }
    return hasEntries.withLock { $0 }
  }

  /// Where the patterns begin, as far as it is there, none of it below another.
  private func roots(of patterns: [CachePattern]) async throws -> [FilePath] {
    let all = Set(patterns.map(\.start))
    let outermost = all.filter { path in !all.contains { $0 != path && path.starts(with: $0) } }
      .sorted { $0.string < $1.string }
    let there = try await existing(outermost)
    return zip(outermost, there).filter { $1 != .nothing }.map(\.0)
  }

  /// - Returns: whether there was anything to be sent.
  private func copy(
    _ roots: [FilePath], _ patterns: [CachePattern], _ send: @escaping @Sendable ([UInt8]) -> Void
  ) async throws -> Bool {
    let export = Mutex(
      CacheExport(patterns, excluding: excluded, skipped: { skip($0) }, send: send))
    for root in roots {
      guard let place = paths.place(of: root) else { continue }
      export.withLock { $0.begin(root) }
      let fault = Mutex<(any Error)?>(nil)
      let answer = try await tool.run(
        ["cp", "\(container):\(place)", "-"], seconds: Self.longest, isStopped: site.isStopped,
        onOutput: { bytes in
          guard fault.withLock({ $0 == nil }) else { return }
          do { try export.withLock { try $0.feed(bytes) } } catch {
            fault.withLock { $0 = error }
          }
        })
      if site.isStopped() { throw BuildStopped() }
      guard answer.isSuccess else { throw CacheProblem(description: answer.reason) }
      if let fault = fault.withLock({ $0 }) { throw CacheProblem(description: "\(fault)") }
      try export.withLock { try $0.endRoot() }
    }
    return export.withLock {
      $0.finish()
      return $0.hasEntries
    }
  }

  /// Paths of an archive that are this tool's own.
  private var excluded: Set<FilePath> {
    Set(site.ownFolders.compactMap { paths.pattern($0.string)?.start })
  }

  // MARK: Unpacking

  func unpack(_ archive: FilePath, _ texts: [String]) async throws {
    let patterns = texts.compactMap(paths.pattern)
    let files = site.host.files
    try files.createFolder(site.staging, mode: 0o700)
    defer { try? files.removeTree(site.staging) }
    // A copy of its own: nobody replaces it between the two readings.
    let staged = site.staging.appending("archive.tar")
    try await decompress(archive, to: staged)
    let read: CacheImport.Archive = { take in
      try files.read(staged) { bytes in
        if site.isStopped() { throw BuildStopped() }
        try take(bytes)
      }
    }
    let content: CacheImport
    do {
      content = try CacheImport(read, named: patterns, skipped: skip)
    } catch let fault as TarFault {
      throw CacheProblem(description: "\(fault)", isDamage: true)
    }
    var obstacles = CacheObstacles(
      content.found, keepsExisting: site.keepsExisting, skipped: skip)
    try await obstacles.find(patterns, ask: existing)
    try await send(content, read, without: obstacles.leftOut)
  }

  private func decompress(_ archive: FilePath, to file: FilePath) async throws {
    let request = ProcessRequest(
      program: "zstd",
      arguments: ["--decompress", "--quiet", "--force", "-o", file.string, archive.string],
      environment: site.host.environment, folder: "/")
    let output = try await ProgramRun(host: site.host, isStopped: site.isStopped).run(request)
    guard output.isSuccess else {
      throw CacheProblem(description: output.firstLine, isDamage: true)
    }
  }

  private func send(
    _ content: CacheImport, _ archive: CacheImport.Archive, without leftOut: Set<Int>
  ) async throws {
    let answer = try await tool.run(
      ["cp", "-", "\(container):/"], seconds: Self.longest, isStopped: site.isStopped,
      onStart: { process in
        try content.send(
          archive, without: leftOut,
          place: { FilePath(root: nil, (paths.place(of: $0) ?? $0).components) },
          { process.write($0) })
        process.closeInput()
      })
    if site.isStopped() { throw BuildStopped() }
    guard answer.isSuccess else { throw CacheProblem(description: answer.reason) }
  }

  // MARK: Asking the container

  private func skip(_ entry: FilePath) { site.skipped(paths.shown(entry)) }

  private func existing(_ entries: [FilePath]) async throws -> [CacheObstacles.Existing] {
    var all: [CacheObstacles.Existing] = []
    for portion in entries.portions(of: 1_000) {
      let words = portion.map { ShellQuoting.quoted(paths.place(of: $0)?.string ?? "") }
      let answer = try await ask(Self.question(words))
      let kinds = String(decoding: answer ?? [], as: UTF8.self)
        .compactMap(CacheObstacles.Existing.init)
      guard kinds.count == words.count else {
        throw CacheProblem(description: "the container does not tell what is in it")
      }
      all += kinds
    }
    return all
  }

  private static func question(_ words: [String]) -> String {
    """
    for path in \(words.joined(separator: " ")); do
      if [ -L "$path" ]; then if [ -d "$path" ]; then kind=k; else kind=l; fi
      elif [ -d "$path" ]; then kind=d
      elif [ -f "$path" ]; then kind=f
      elif [ -e "$path" ]; then kind=o
      else kind=n; fi
      printf %s "$kind"
    done

    """
  }
}

extension Array {
  /// The elements in parts of this size, the last of which may be smaller.
  fileprivate func portions(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
