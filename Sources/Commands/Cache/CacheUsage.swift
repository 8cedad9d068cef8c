import ArgumentParser
import BuildExecution

struct CacheUsage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "du", abstract: "Tell how much room the archives take.")

  @OptionGroup var shared: CacheOptions

  func run() throws {
    try run(on: .live())
  }

  func run(on host: Host) throws(ToolError) {
    let folder = try shared.folder(on: host)
    let entries = try CacheOptions.attempt { try folder.entries() }
    let bytes = entries.reduce(0) { $0 + $1.size }
    StandardStreams.write("\(CachePrune.counted(entries.count)), \(ByteSize.text(bytes))\n")
  }
}
