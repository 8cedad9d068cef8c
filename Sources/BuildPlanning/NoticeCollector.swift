import BuildspecModel
import Diagnostics

/// One notice for each key that this engine does not honour: never silence, never a crash. What
/// holds for a key whatever its value comes from `ParityTable`; the rest, which depends on values,
/// stands here.
struct NoticeCollector {
  private let source: SourceText
  private var notices: [PlanNotice] = []

  static func collect(
    _ buildspec: Buildspec, request: RunRequest, source: SourceText
  ) -> [PlanNotice] {
    var collector = NoticeCollector(source: source)
    if let env = buildspec.env { collector.visit(env) }
    if let project = request.project {
      collector.visit(project, isOnHost: request.container == nil)
    }
    if request.container != nil, request.profile != nil {
      let message = "the container does not have your ~/.aws; give credentials as variables"
      collector.notices.append(PlanNotice(key: "--profile", message: message, place: nil))
    }
    for phase in buildspec.phases { collector.visit(phase) }
    return sorted(collector.notices)
  }

  /// In the order of the file; those without a place come first.
  static func sorted(_ notices: [PlanNotice]) -> [PlanNotice] {
    notices.enumerated().sorted {
      ($0.element.place?.start ?? -1, $0.offset) < ($1.element.place?.start ?? -1, $1.offset)
    }.map(\.element)
  }

  private init(source: SourceText) {
    self.source = source
  }

  private mutating func add(_ key: String, _ range: SourceRange, _ message: String) {
    notices.append(PlanNotice(key: key, message: message, place: PlanPlace(range, in: source)))
  }

  private mutating func visit(_ env: EnvironmentSection) {
    for entry in env.variables { visit(variable: entry) }
    for entry in env.parameterStore { visit(variable: entry, of: "parameter-store") }
    for entry in env.secretsManager { visit(variable: entry, of: "secrets-manager") }
  }

  private mutating func visit(variable entry: EnvironmentEntry, of section: String = "variables") {
    let name = entry.name.value
    guard let message = Self.fault(ofVariable: name) else { return }
    add("env.\(section).\(name)", entry.name.range, message)
  }

  /// Why commands may not see a variable of this name; `nil` when they do.
  static func fault(ofVariable name: String) -> String? {
    if EnvironmentPlanner.isReserved(name) {
      return "names that begin with CODEBUILD_ are reserved; the entry has no effect"
    }
    if ShellName.isValid(name) { return nil }
    return "'\(name)' is not a name that a shell can keep; commands may not see it"
  }

  private mutating func visit(_ phase: Phase) {
    let key = "phases.\(phase.name.rawValue)"
    guard let onFailure = phase.onFailure, OnFailure(onFailure.value) == nil else { return }
    let message = "'\(onFailure.value)' has no meaning; a failure has its usual effect"
    add("\(key).on-failure", onFailure.range, message)
  }

  private mutating func visit(_ project: BuildProject, isOnHost: Bool) {
    func add(_ key: String, _ message: String) {
      notices.append(PlanNotice(key: key, message: message, place: nil))
    }
    if isOnHost, let image = project.image {
      add("project.image", "the commands run on this machine, not in \(image)")
    }
    guard let variables = project.variables else {
      return add("project", "the variables of \(project.shown) are computed and not known here")
    }
    for variable in variables where variable.value == nil || variable.origin == nil {
      let name = variable.name
      add(
        "project.\(name)", "its value is computed and not known here; give it with --env \(name)=…")
    }
  }
}
