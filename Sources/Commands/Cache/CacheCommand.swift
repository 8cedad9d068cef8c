import ArgumentParser

struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Show and clear what builds have cached.",
    discussion: """
      A run keeps the paths of the buildspec's cache section in .buildspec/cache of the source \
      folder, one archive for each key. All of it may be removed at any time, also while builds run.
      """,
    subcommands: [CacheList.self, CacheUsage.self, CachePrune.self])
}
