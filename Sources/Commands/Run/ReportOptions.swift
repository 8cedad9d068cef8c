import ArgumentParser

/// Flags of `run` and `batch` about what they tell.
struct ReportOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Tell only failures.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell the variables and the time of each command too.")
  var verbose = false

  @Option(help: "How it is reported; by default pretty on a terminal, else codebuild.")
  var log: RunLogFormat?

  @Option(
    help: "Write the exported variables to this file: K=V lines, or JSON when it ends in .json.",
    completion: .file())
  var outputs: String?
}
