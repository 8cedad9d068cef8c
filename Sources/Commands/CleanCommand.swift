import ArgumentParser
import BuildExecution
import RunRecords
import SystemPackage

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Remove what builds have left.",
    discussion: """
      Removes .buildspec of the source folder with its cache and its records, and what builds whose \
      tool was killed have left in TMPDIR: folders and processes. Runs that go on keep theirs.
      """)

  @OptionGroup var shared: RunsOptions

  func run() async throws {
    try await run(on: .live())
  }

  func run(on host: Host) async throws(ToolError) {
    let folders = [try shared.folder(on: host), try shared.batches(on: host)]
    let state = FilePath(shared.directory ?? ".").pushing(StateFolder.parent)
    let cache = CacheFolder(state.appending(Self.cacheName), host: host)
    let (runs, archives) = try RunsOptions.attempt {
      (try folders.flatMap { try $0.runs().filter($0.isRemovable) }, try cache.entries())
    }
    let bytes = runs.reduce(0) { $0 + $1.size() } + archives.reduce(0) { $0 + $1.size }
    try RunsOptions.attempt {
      for run in runs { try run.remove() }
      try host.files.removeTree(cache.root)
      if try isEmpty(state, folders, host) { try host.files.removeTree(state) }
    }
    await Runner.removeLeftovers(host: host)
    StandardStreams.write(
      "removed \(RunsPrune.counted(runs.count)), \(CachePrune.counted(archives.count)), "
        + "\(ByteSize.text(bytes))\n")
  }

  private static let cacheName: FilePath.Component = "cache"

  /// Whether nothing is left but what this tool has made.
  private func isEmpty(_ state: FilePath, _ folders: [RunsFolder], _ host: Host) throws -> Bool {
    guard try host.files.status(state)?.kind == .folder else { return false }
    return try host.files.list(state).allSatisfy { entry in
      guard let own = folders.first(where: { $0.root.lastComponent == entry.name }) else {
        return false
      }
      return try host.files.list(own.root).allSatisfy { $0.name.string == ".gitignore" }
    }
  }
}
