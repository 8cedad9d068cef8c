import ArgumentParser
import BuildExecution
import SystemPackage

struct CachePrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove archives.",
    discussion: """
      With --older-than and --max-size together, an archive stays only if both allow it; the ones \
      that were not used for the longest time go first.
      """)

  /// A build that still writes is not that old.
  private static let leftoverSeconds: Int64 = 86_400

  @OptionGroup var shared: CacheOptions

  @Option(help: "Remove what was neither saved nor restored for this time, such as 12h or 7d.")
  var olderThan: BuildDuration?

  @Option(help: "Remove until the rest takes no more than this, such as 500MB or 2GB.")
  var maxSize: ByteSize?

  @Flag(help: "Remove all archives.")
  var all = false

  @Flag(name: [.customShort("n"), .long], help: "Tell what would be removed, and remove nothing.")
  var dryRun = false

  func validate() throws {
    guard all || olderThan != nil || maxSize != nil else {
      throw ValidationError("say what to remove: --older-than, --max-size or --all")
    }
  }

  func run() throws {
    try run(on: .live())
  }

  func run(on host: Host) throws(ToolError) {
    let folder = try shared.folder(on: host)
    let now = host.clock.now().microseconds / 1_000_000
    let doomed = try CacheOptions.attempt { try choose(folder.entries(), now: now) }
    if !dryRun {
      try CacheOptions.attempt {
        for entry in doomed { try host.files.removeTree(entry.path) }
        for rest in try folder.leftovers() where now - rest.modified > Self.leftoverSeconds {
          try host.files.removeTree(rest.path)
        }
      }
    }
    let size = ByteSize.text(doomed.reduce(0) { $0 + $1.size })
    let verb = dryRun ? "would remove" : "removed"
    StandardStreams.write("\(verb) \(Self.counted(doomed.count)), \(size)\n")
  }

  /// What goes, of archives of which the one that was used last comes first.
  private func choose(_ entries: [CacheFolder.Entry], now: Int64) -> [CacheFolder.Entry] {
    if all { return entries }
    var kept = 0
    return entries.filter { entry in
      let isOld = olderThan.map { now - entry.used >= Int64($0.seconds) } ?? false
      let isTooMuch = maxSize.map { kept + entry.size > $0.bytes } ?? false
      if isOld || isTooMuch { return true }
      kept += entry.size
      return false
    }
  }

  static func counted(_ count: Int) -> String { "\(count) archive\(count == 1 ? "" : "s")" }
}
