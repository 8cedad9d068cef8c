import BuildExecution
import BuildPlanning
import BuildspecModel
import Diagnostics
import SystemPackage

/// What all builds of one command share: the source folder, the project, and the variables that were given.
struct RunGround {
  let options: RunOptions
  let host: Host
  /// Of the source; absolute.
  let folder: FilePath
  let project: BuildProject?
  let variables: GivenVariables

  init(_ options: RunOptions, host: Host) throws(ToolError) {
    self.options = options
    self.host = host
    folder = try Self.sourceFolder(options, host)
    project = try ProjectChoice(file: options.project).read()
    variables = try GivenVariables(options, host: host)
  }

  /// The source folder as the user named it.
  var directory: String { options.directory ?? "." }

  /// The file that is named, else the project's, else the one of the usual name.
  func readBuildspec() throws(ToolError) -> SourceText {
    let own = project?.buildspec.flatMap { $0.isEmpty ? nil : $0 }
    if options.buildspec == nil, options.file == nil, let own, own.contains("\n") {
      return SourceText(path: "buildspec of \(project?.name ?? "the project")", text: own)
    }
    let name = options.buildspec ?? options.file ?? own ?? "buildspec.yml"
    if name == SourceReader.standardInput {
      return try SourceReader.readStandardInput(named: "buildspec.yml")
    }
    return try SourceReader.read(path(of: name))
  }

  /// A file of the source folder, as the user would name it.
  func path(of name: String) -> String {
    options.directory.map { FilePath($0).pushing(FilePath(name)).string } ?? name
  }

  func sources() async throws(ToolError) -> RunSources {
    let inspected = await SourceInspector(host: host).inspect(folder, named: directory)
    let secondary = try await GivenSources(host: host).read(options.source)
    return RunSources(facts: inspected.facts, checkout: inspected.checkout, secondary: secondary)
  }

  /// What is asked for, but for what concerns one build alone.
  func request(_ sources: RunSources) -> RunRequest {
    var request = RunRequest(source: sources.facts)
    request.secondarySources = sources.secondary.map { ($0.source.identifier, $0.facts) }
    request.project = project
    request.isInPlace = options.inPlace
    request.container = options.container.planned()
    request.flagVariables = variables.flags
    request.fileVariables = variables.files
    request.secretVariables = variables.secrets
    request.isOffline = options.offline
    request.region = region()
    request.profile = options.profile
    request.endpointURL = options.endpointURL
    request.user = host.environment["USER"] ?? host.environment["LOGNAME"]
    request.artifactsFolder = options.artifacts
    request.reportsFolder = options.reports
    request.packaging = options.packaging
    request.namespace = options.namespace
    request.timeoutSeconds = options.timeout?.seconds
    return request
  }

  /// A plan with its places on this machine.
  func job(_ plan: RunPlan, _ sources: RunSources) throws(ToolError) -> RunJob {
    var job = RunJob(
      plan: plan, source: folder, checkout: sources.checkout, artifacts: nil,
      secrets: variables.secretValues(of: plan))
    job.secondarySources = sources.secondary.map(\.source)
    try RunPlaces(options: options, host: host).set(in: &job)
    return job
  }

  /// Programs read one of two names; a region that is known is given under both.
  private func region() -> GivenVariable? {
    if let region = options.region {
      return GivenVariable(name: "AWS_REGION", value: region, origin: .option("--region"))
    }
    for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
      guard let value = host.environment[name], !value.isEmpty else { continue }
      return GivenVariable(
        name: name, value: value, origin: .builtIn("\(name) of your environment"))
    }
    return nil
  }

  private static func sourceFolder(
    _ options: RunOptions, _ host: Host
  ) throws(ToolError) -> FilePath {
    let name = options.directory ?? "."
    guard let folder = (try? host.files.resolve(FilePath(name))) ?? nil else {
      throw .usage("\(name): no such folder")
    }
    guard (try? host.files.status(folder))??.kind == .folder else {
      throw .usage("\(name): not a folder")
    }
    return folder
  }
}
