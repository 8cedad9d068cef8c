import BuildspecModel
import Diagnostics

/// Puts the variables together. Precedence, the lowest first: the inherited environment,
/// `env.variables`, `env.parameter-store`, `env.secrets-manager`, the project, the batch, what the
/// service sets, options such as `--region`, `--env-file`, `-e`, `--secret-file`, `--secret`.
///
/// The service forbids a buildspec to set `CODEBUILD_*`; here such an entry loses against the
/// built-in variable. `-e` may set them, so that a webhook or a batch can be played through.
struct EnvironmentPlanner {
  private let source: SourceText
  private var variables: [String: PlannedVariable] = [:]
  /// Of the variables that are fetched, by name.
  private var references: [String: PlannedReference] = [:]
  /// Names of references, in the order of the file.
  private var order: [String] = []

  /// The variables by name, and what has to be fetched for them, in the order of the file.
  static func plan(
    _ section: EnvironmentSection?, request: RunRequest, source: SourceText
  ) -> (variables: [PlannedVariable], references: [PlannedReference]) {
    var planner = EnvironmentPlanner(source: source)
    if let section { planner.add(section) }
    if let project = request.project { planner.add(project) }
    for variable in request.batchBuild?.environment.variables ?? [] {
      guard !isReserved(variable.name) else { continue }
      planner.set(variable.name, .text(variable.value), .batch(variable.place))
    }
    planner.addOptions(request)
    let fetched = planner.variables.filter { $0.value.value == .fetched }
    return (
      planner.variables.values.sorted { $0.name < $1.name },
      planner.order.filter { fetched[$0] != nil }.compactMap { planner.references[$0] }
    )
  }

  private init(source: SourceText) {
    self.source = source
  }

  /// Whether a buildspec may not set `name`.
  static func isReserved(_ name: String) -> Bool {
    name.hasPrefix(BuiltInVariables.reservedPrefix) && !BuiltInVariables.switches.contains(name)
  }

  private mutating func add(_ section: EnvironmentSection) {
    for entry in section.variables where !Self.isReserved(entry.name.value) {
      set(entry.name.value, .text(entry.value.value), .buildspec(place(entry)))
    }
    add(section.parameterStore, .parameterStore)
    add(section.secretsManager, .secretsManager)
  }

  private mutating func add(_ entries: [EnvironmentEntry], _ store: PlannedReference.Store) {
    for entry in entries where !Self.isReserved(entry.name.value) {
      let reference = PlannedReference(
        name: entry.name.value, store: store, reference: entry.value.value, place: place(entry))
      fetch(reference, .buildspec(place(entry)))
    }
  }

  private mutating func add(_ project: BuildProject) {
    for variable in project.variables ?? [] {
      guard let value = variable.value, !Self.isReserved(variable.name) else { continue }
      let (name, origin) = (variable.name, VariableOrigin.project(project.shown))
      func reference(_ store: PlannedReference.Store) -> PlannedReference {
        PlannedReference(name: name, store: store, reference: value, place: nil)
      }
      switch variable.origin {
      case .plaintext: set(name, .text(value), origin)
      case .parameterStore: fetch(reference(.parameterStore), origin)
      case .secretsManager: fetch(reference(.secretsManager), origin)
      case nil: break
      }
    }
  }

  private mutating func addOptions(_ request: RunRequest) {
    for variable in BuiltInVariables.all(for: request) {
      set(variable.name, variable.value, variable.origin)
    }
    set("AWS_PROFILE", request.profile, option: "--profile")
    set("AWS_ENDPOINT_URL", request.endpointURL, option: "--endpoint-url")
    for given in request.fileVariables + request.flagVariables {
      // What the buildspec or the project keeps in a store stays a secret.
      let isSecret = references[given.name] != nil
      set(given.name, isSecret ? .secret : .text(given.value), given.origin)
    }
    for given in request.secretVariables { set(given.name, .secret, given.origin) }
  }

  private mutating func fetch(_ reference: PlannedReference, _ origin: VariableOrigin) {
    references[reference.name] = reference
    order.removeAll { $0 == reference.name }
    order.append(reference.name)
    set(reference.name, .fetched, origin)
  }

  private mutating func set(_ name: String, _ value: PlannedValue, _ origin: VariableOrigin) {
    var variable = PlannedVariable(name: name, value: value, origin: origin)
    if let loser = variables[name] { variable.overrides = [loser.origin] + loser.overrides }
    variables[name] = variable
  }

  private mutating func set(_ name: String, _ value: String?, option: String) {
    guard let value else { return }
    set(name, .text(value), .option(option))
  }

  private func place(_ entry: EnvironmentEntry) -> PlanPlace {
    PlanPlace(entry.name.range, in: source)
  }
}
