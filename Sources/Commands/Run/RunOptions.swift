import ArgumentParser
import BuildPlanning

/// Flags that `run`, `batch` and `plan` share.
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

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A secondary source, which is copied to the folder CODEBUILD_SRC_DIR_<ID>.",
      valueName: "ID=DIR"), completion: .directory)
  var source: [String] = []

  @OptionGroup var container: ContainerRunOptions

  @Option(
    name: .shortAndLong, parsing: .singleValue,
    help: ArgumentHelp(
      "Set a variable; without a value it is taken from your environment.", valueName: "K[=V]"))
  var env: [String] = []

  @Option(
    parsing: .singleValue, help: "Set the variables of a file of K=V lines.", completion: .file())
  var envFile: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Set a variable whose value is masked; without a value it is taken from your environment, "
        + "which keeps it out of the list of processes.", valueName: "K[=V]"))
  var secret: [String] = []

  @Option(
    parsing: .singleValue, help: "Set the secret variables of a file of K=V lines.",
    completion: .file())
  var secretFile: [String] = []

  @Flag(help: "Fetch nothing from AWS: what the buildspec would fetch has to be given.")
  var offline = false

  @Option(
    help: ArgumentHelp(
      "Project whose variables, timeout and buildspec count, as `aws codebuild "
        + "batch-get-projects` or `terraform show -json` prints it or a CloudFormation template "
        + "has it.",
      valueName: "file[#name]"),
    completion: .file(extensions: ["json", "yml", "yaml", "template"]))
  var project: String?

  @Flag(help: "Work in the source folder itself instead of a copy.")
  var inPlace = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the artifacts go: a folder, or s3://bucket/prefix.", valueName: "DIR"),
    completion: .directory)
  var artifacts: String?

  @Option(help: "How each artifact is kept: as a folder (none) or as a ZIP archive (zip).")
  var packaging = ArtifactPackaging.none

  @Option(help: "What stands in front of an artifact: nothing (none) or the build's id (build-id).")
  var namespace = ArtifactNamespace.none

  @Option(
    name: .shortAndLong, help: "Folder for the files of reports.", completion: .directory)
  var reports: String?

  @Option(
    help: ArgumentHelp(
      "Where the cache is kept: a folder, or s3://bucket/prefix.",
      discussion: """
        By default .buildspec/cache in the source folder.
        """, valueName: "DIR"),
    completion: .directory)
  var cache: String?

  @Flag(help: "Neither restore nor save a cache.")
  var noCache = false

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
    if project == SourceReader.standardInput, (buildspec ?? file) == SourceReader.standardInput {
      throw ValidationError("standard input cannot be both the project and the buildspec")
    }
  }
}

extension ArtifactPackaging: ExpressibleByArgument {}

extension ArtifactNamespace: ExpressibleByArgument {}
