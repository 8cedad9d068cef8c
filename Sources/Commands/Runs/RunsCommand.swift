import ArgumentParser

struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "Show and clear the records of runs.",
    discussion: """
      Each run leaves a record in .buildspec/runs of the source folder, from which `buildspec logs` \
      tells it again, and each batch one in .buildspec/batches. The last 50 of both are kept. All of \
      it may be removed at any time.
      """,
    subcommands: [RunsList.self, RunsPrune.self], defaultSubcommand: RunsList.self)
}
