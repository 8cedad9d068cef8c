import ArgumentParser
import BuildExecution
import Reporting

struct CacheList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls", abstract: "List the archives, the one that was used last first.")

  @OptionGroup var shared: CacheOptions

  @Option(help: "Output format.")
  var format = PlanFormat.text

  func run() throws {
    try run(on: .live())
  }

  func run(on host: Host) throws(ToolError) {
    let folder = try shared.folder(on: host)
    let rows = try CacheOptions.attempt { try folder.entries() }.map { entry in
      CacheReport.Row(
        key: entry.name.key, version: entry.name.version, bytes: entry.size,
        size: ByteSize.text(entry.size), used: Timestamp(microseconds: entry.used * 1_000_000))
    }
    switch format {
    case .text: StandardStreams.write(CacheReport.text(rows))
    case .json: StandardStreams.write(CacheReport.json(rows))
    }
  }
}
