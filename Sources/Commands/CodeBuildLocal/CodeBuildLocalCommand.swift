import ArgumentParser
import BuildExecution

/// The flags of `codebuild_build.sh`, the script of AWS's local agent, unchanged.
struct CodeBuildLocalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebuild-local",
    abstract: "Run a build with the flags of AWS's codebuild_build.sh.",
    discussion: """
      The same as `buildspec run` with other names: it takes no agent image, and needs nothing but an \
      engine and the image of the build. Artifacts are ZIP archives, as the agent leaves them.
      """)

  @Option(
    name: [.customShort("i", allowingJoined: true)],
    help: ArgumentHelp("Image of the build.", valueName: "image"))
  var image: String

  @Option(
    name: [.customShort("a", allowingJoined: true)],
    help: ArgumentHelp("Folder for the artifacts.", valueName: "dir"), completion: .directory)
  var artifacts: String

  @Option(
    name: [.customShort("b", allowingJoined: true)],
    help: ArgumentHelp(
      "The buildspec. (default: buildspec.yml in the source folder)", valueName: "file"),
    completion: .file())
  var buildspec: String?

  @Option(
    name: [.customShort("e", allowingJoined: true)],
    help: ArgumentHelp(
      "Set the variables of a file of VAR=VAL lines; quotes are a part of the value.",
      valueName: "file"), completion: .file())
  var envFile: String?

  @Flag(
    name: .customShort("c"),
    help: "Give the build the AWS configuration and credentials of this machine.")
  var usesAWS = false

  @Option(
    name: [.customShort("p", allowingJoined: true)],
    help: ArgumentHelp("AWS profile for -c.", valueName: "profile"))
  var profile: String?

  @Flag(name: .customShort("m"), help: "Mount the source folder itself.")
  var mounts = false

  @Flag(name: .customShort("d"), help: "Run the container in privileged mode.")
  var isPrivileged = false

  @Option(
    name: [.customShort("s", allowingJoined: true)], parsing: .singleValue,
    help: ArgumentHelp(
      "The source folder, or with <identifier>:<dir> a secondary one. (default: the current folder)",
      valueName: "source"), completion: .directory)
  var source: [String] = []

  @Option(
    name: [.customShort("l", allowingJoined: true)],
    help: ArgumentHelp("Image of the agent; not used.", valueName: "image"))
  var agent: String?

  @Option(
    name: [.customShort("r", allowingJoined: true)],
    help: ArgumentHelp("Folder for the files of reports.", valueName: "dir"),
    completion: .directory)
  var reports: String?

  func run() async throws {
    throw ExitCode(try await run(on: .live()))
  }

  func run(on host: Host) async throws -> Int32 {
    for notice in notices { StandardStreams.writeError("buildspec: note: \(notice)\n") }
    let arguments = try LocalArguments(options: self, host: host).make()
    var host = host
    host.environment = await LocalCredentials(host: host, isWanted: usesAWS, profile: profile)
      .environment()
    return try await RunCommand.parse(arguments).run(on: host)
  }

  /// What has no meaning here.
  private var notices: [String] {
    var notices: [String] = []
    if agent != nil { notices.append("-l has no effect: no agent image is used") }
    if profile != nil, !usesAWS { notices.append("-p has no effect without -c") }
    return notices
  }
}
