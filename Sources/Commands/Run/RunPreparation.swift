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
    case rejected(SourceText, [Diagnostic])
  }

  let options: RunOptions
  let host: Host

  func prepare() async throws(ToolError) -> Outcome {
    let folder = try sourceFolder()
    let source = try readBuildspec()
    let variables = try givenVariables()
    let file = BuildspecFile(source: source)
    let obstacles = RunObstacles.find(in: file)
    if !obstacles.isEmpty { return .rejected(source, obstacles) }
    guard !file.buildspec.phases.isEmpty else {
      throw ToolError(.failure, "\(source.path): there is no phase to run")
    }
    let inspected = await SourceInspector(host: host)
      .inspect(folder, named: options.directory ?? ".")
    let request = request(inspected.facts, variables)
    let plan = Planner.plan(file, request: request)
    return .ready(
      RunJob(
        plan: plan, source: folder, checkout: inspected.checkout,
        artifacts: try artifactsFolder()))
  }

  private func request(
    _ facts: SourceFacts, _ variables: (flags: [GivenVariable], files: [GivenVariable])
  ) -> RunRequest {
    var request = RunRequest(source: facts)
    request.isInPlace = options.inPlace
    request.container = options.container.planned()
    request.flagVariables = variables.flags
    request.fileVariables = variables.files
    request.region = region()
    request.profile = options.profile
    request.endpointURL = options.endpointURL
    request.user = host.environment["USER"] ?? host.environment["LOGNAME"]
    request.artifactsFolder = options.artifacts
    request.selection.only = options.phase
    request.selection.first = options.from
    request.selection.last = options.until
    request.selection.skipped = options.skip
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

  private func givenVariables() throws(ToolError) -> (
    flags: [GivenVariable], files: [GivenVariable]
  ) {
    var flags: [GivenVariable] = []
    for text in options.env { flags.append(try flagVariable(text)) }
    var files: [GivenVariable] = []
    for path in options.envFile {
      let source = try SourceReader.read(path)
      let text = String(decoding: source.bytes, as: UTF8.self)
      do {
        files += try EnvironmentFile.parse(text, path: path)
      } catch {
        throw .usage(error.description)
      }
    }
    return (flags, files)
  }

  private func flagVariable(_ text: String) throws(ToolError) -> GivenVariable {
    if let equals = text.firstIndex(of: "=") {
      let name = String(text[..<equals])
      guard !name.isEmpty else { throw .usage("--env \(text): the name before '=' is empty") }
      let value = String(text[text.index(after: equals)...])
      return GivenVariable(name: name, value: value, origin: .flag)
    }
    guard let value = host.environment[text] else {
      throw .usage("--env \(text): \(text) is not set in your environment; write \(text)=VALUE")
    }
    return GivenVariable(name: text, value: value, origin: .flag)
  }

  private func sourceFolder() throws(ToolError) -> FilePath {
    let name = options.directory ?? "."
    guard let folder = resolve(FilePath(name)) else { throw .usage("\(name): no such folder") }
    guard (try? host.files.status(folder))??.kind == .folder else {
      throw .usage("\(name): not a folder")
    }
    return folder
  }

  private func readBuildspec() throws(ToolError) -> SourceText {
    let name = options.buildspec ?? options.file ?? "buildspec.yml"
    if name == SourceReader.standardInput {
      return try SourceReader.readStandardInput(named: "buildspec.yml")
    }
    let path = options.directory.map { FilePath($0).pushing(FilePath(name)).string } ?? name
    return try SourceReader.read(path)
  }

  /// Absolute, also when it is not there yet.
  private func artifactsFolder() throws(ToolError) -> FilePath? {
    guard let name = options.artifacts else { return nil }
    guard !name.isEmpty, let here = resolve(".") else {
      throw .usage("--artifacts: no folder is named")
    }
    let folder = here.pushing(FilePath(name)).lexicallyNormalized()
    if let status = (try? host.files.statusFollowingLinks(folder)) ?? nil, status.kind != .folder {
      throw .usage("--artifacts \(name): not a folder")
    }
    return folder
  }

  private func resolve(_ path: FilePath) -> FilePath? {
    (try? host.files.resolve(path)) ?? nil
  }
}
