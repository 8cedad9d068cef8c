import ArgumentParser
import BuildExecution
import RunRecords

struct RunsPrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove records of runs and of batches.",
    discussion: """
      Runs and batches are counted on their own; a batch goes with the runs of its builds. With --keep and --older-than together, a record stays only if both allow it. Runs that go on \
      stay in any case.
      """)

  @OptionGroup var shared: RunsOptions

  @Option(help: "Remove all but this many, the newest.")
  var keep: Int?

  @Option(help: "Remove those that began before this time, such as 12h or 7d.")
  var olderThan: BuildDuration?

  @Flag(help: "Remove all records.")
  var all = false

  @Flag(name: [.customShort("n"), .long], help: "Tell what would be removed, and remove nothing.")
  var dryRun = false

  func validate() throws {
    guard all || keep != nil || olderThan != nil else {
      throw ValidationError("say what to remove: --keep, --older-than or --all")
    }
    if let keep, keep < 0 { throw ValidationError("--keep \(keep): less than none") }
  }

  func run() throws {
    try run(on: .live())
  }

  func run(on host: Host) throws(ToolError) {
    let folders = [try shared.folder(on: host), try shared.batches(on: host)]
    let doomed = try RunsOptions.attempt { try folders.flatMap { try choose(in: $0, host: host) } }
    let bytes = doomed.reduce(0) { $0 + $1.size() }
    if !dryRun {
      try RunsOptions.attempt { for run in doomed { try run.remove() } }
    }
    let verb = dryRun ? "would remove" : "removed"
    StandardStreams.write("\(verb) \(Self.counted(doomed.count)), \(ByteSize.text(bytes))\n")
  }

  static func counted(_ count: Int) -> String { "\(count) record\(count == 1 ? "" : "s")" }

  private func choose(in folder: RunsFolder, host: Host) throws -> [RunFolder] {
    let now = host.clock.now()
    return try folder.runs().enumerated().filter { index, run in
      guard folder.isRemovable(run) else { return false }
      let isTooMany = keep.map { index >= $0 } ?? false
      let isOld =
        olderThan.map { limit in
          now.since(run.id.startedAt) >= Int64(limit.seconds) * 1_000_000
        } ?? false
      return all || isTooMany || isOld
    }.map(\.element)
  }
}
