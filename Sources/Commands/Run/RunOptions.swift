import ArgumentParser
import BuildspecModel

/// Flags that `run` and `plan` share.
struct RunOptions: ParsableArguments {
  @Argument(
    help: "The buildspec; - for standard input. (default: buildspec.yml)",
    completion: .file(extensions: ["yml", "yaml"]))
  var buildspec: String?

  @Option(
    name: [.customShort("f"), .customShort("b"), .long], help: "The same as the argument.",
    completion: .file(extensions: ["yml", "yaml"]))
  var file: String?

  @Option(
    name: [.customShort("C"), .long],
    help: "The source folder; the buildspec is looked for in it. (default: the current folder)",
    completion: .directory)
  var directory: String?

  @OptionGroup var container: ContainerRunOptions

  @Option(
    name: .shortAndLong, parsing: .singleValue,
    help: ArgumentHelp(
      "Set a variable; without a value it is taken from your environment.", valueName: "K[=V]"))
  var env: [String] = []

  @Option(
    parsing: .singleValue, help: "Set the variables of a file of K=V lines.", completion: .file())
  var envFile: [String] = []

  @Flag(help: "Work in the source folder itself instead of a copy.")
  var inPlace = false

  @Option(name: .shortAndLong, help: "Folder for the artifacts.", completion: .directory)
  var artifacts: String?

  @Option(
    parsing: .singleValue,
    help: "Run only this phase. Can be given more than once.")
  var phase: [PhaseName] = []

  @Option(help: "Run from this phase on.")
  var from: PhaseName?

  @Option(help: "Run up to this phase.")
  var until: PhaseName?

  @Option(parsing: .singleValue, help: "Leave this phase out. Can be given more than once.")
  var skip: [PhaseName] = []

  @Option(help: "End the build after this time, such as 90s, 15m or 1h30m.")
  var timeout: BuildDuration?

  @Option(help: "AWS region of the commands.")
  var region: String?

  @Option(help: "AWS profile of the commands.")
  var profile: String?

  @Option(help: "AWS endpoint of the commands.")
  var endpointURL: String?

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  func validate() throws {
    if let buildspec, let file, buildspec != file {
      throw ValidationError("two buildspecs are named: \(buildspec) and \(file)")
    }
  }
}

extension PhaseName: ExpressibleByArgument {
  /// Accepts the names of logs too, such as `PRE_BUILD`.
  package init?(argument: String) {
    self.init(rawValue: argument.lowercased())
  }
}
