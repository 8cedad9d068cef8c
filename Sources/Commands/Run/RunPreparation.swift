import BuildExecution
import BuildPlanning
import BuildspecLint
import BuildspecModel
import Diagnostics
import Reporting
import SystemPackage

/// From the flags to a plan and its places on this machine.
struct RunPreparation {
  /// A buildspec that can be run, or what is wrong with it.
  enum Outcome {
    case ready(RunJob)
    case rejected(RejectedBuild)
  }

  let options: RunOptions
  let phases: PhaseSelection
  let host: Host

  func prepare() async throws(ToolError) -> Outcome {
    let folder = try sourceFolder()
    let project = try ProjectChoice(file: options.project).read()
    let source = try readBuildspec(of: project)
    let variables = try GivenVariables(options, host: host)
    let file = BuildspecFile(source: source)
    let obstacles = RunObstacles.find(in: file)
    if !obstacles.isEmpty {
      return .rejected(
        RejectedBuild(
          source: source, diagnostics: obstacles, mask: SecretMask(variables.secrets.map(\.value)),
          folder: folder))
    }
    guard !file.buildspec.phases.isEmpty else {
      let hint = file.buildspec.batch == nil ? "" : "; `buildspec batch` runs its batch"
      throw ToolError(.failure, "\(source.path): there is no phase to run\(hint)")
    }
    let inspected = await SourceInspector(host: host)
      .inspect(folder, named: options.directory ?? ".")
    var request = request(inspected.facts, variables)
    request.project = project
    let sources = try await GivenSources(host: host).read(options.source)
    request.secondarySources = sources.map { ($0.source.identifier, $0.facts) }
    let plan = Planner.plan(file, request: request)
    var job = RunJob(
      plan: plan, source: folder, checkout: inspected.checkout, artifacts: nil,
      secrets: variables.secretValues(of: plan))
    job.secondarySources = sources.map(\.source)
    try RunPlaces(options: options, host: host).set(in: &job)
    return .ready(job)
  }

  private func request(_ facts: SourceFacts, _ variables: GivenVariables) -> RunRequest {
    var request = RunRequest(source: facts)
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
    request.selection = phases
    request.timeoutSeconds = options.timeout?.seconds
    return request
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

  func sourceFolder() throws(ToolError) -> FilePath {
    let name = options.directory ?? "."
    guard let folder = resolve(FilePath(name)) else { throw .usage("\(name): no such folder") }
    guard (try? host.files.status(folder))??.kind == .folder else {
      throw .usage("\(name): not a folder")
    }
    return folder
  }

  /// The file that is named, else the project's, else the one of the usual name.
  func readBuildspec(of project: BuildProject?) throws(ToolError) -> SourceText {
    let own = project?.buildspec.flatMap { $0.isEmpty ? nil : $0 }
    if options.buildspec == nil, options.file == nil, let own, own.contains("\n") {
      return SourceText(path: "buildspec of \(project?.name ?? "the project")", text: own)
    }
    let name = options.buildspec ?? options.file ?? own ?? "buildspec.yml"
    if name == SourceReader.standardInput {
      return try SourceReader.readStandardInput(named: "buildspec.yml")
    }
    let path = options.directory.map { FilePath($0).pushing(FilePath(name)).string } ?? name
    return try SourceReader.read(path)
  }

  private func resolve(_ path: FilePath) -> FilePath? {
    (try? host.files.resolve(path)) ?? nil
  }
}
