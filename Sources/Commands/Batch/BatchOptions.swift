import ArgumentParser
import BuildPlanning

/// Flags of `batch` alone.
struct BatchOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "Builds that run at once. (default: the number of processors)")
  var jobs: Int?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Run only this build; * and ? stand for any text and any character. Can be given more than "
        + "once.", valueName: "ID"))
  var only: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Leave this build out, with the same patterns. Can be given more than once.", valueName: "ID")
  )
  var skip: [String] = []

  @Flag(help: "With --only: run what these builds wait for too.")
  var needs = false

  @Flag(help: "Run only the builds that did not succeed in the last run of this batch.")
  var rerunFailed = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "End the batch at its first failure, whatever its file says.")
  var fastFail: Bool?

  @Option(help: "Split the tests of build-fanout among so many builds, whatever its file says.")
  var nodes: Int?

  @Flag(help: "Run the builds of other environment types too, such as ARM_CONTAINER on x86.")
  var anyType = false

  @Flag(help: "Put the primary artifacts of all builds together when the batch has succeeded.")
  var combineArtifacts = false

  @Option(
    help: ArgumentHelp("Write the log of each build to ID.log in this folder.", valueName: "DIR"),
    completion: .directory)
  var logDir: String?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least 1") }
    if let nodes, nodes < 1 { throw ValidationError("--nodes \(nodes): at least 1") }
    if needs, only.isEmpty { throw ValidationError("--needs needs --only") }
  }

  var selection: BatchSelection {
    var selection = BatchSelection()
    selection.only = only
    selection.skipped = skip
    selection.needs = needs
    return selection
  }
}
