import BuildspecModel
import Diagnostics

/// One notice for each key that this engine does not honour: never silence, never a crash.
struct NoticeCollector {
  private let source: SourceText
  private var notices: [PlanNotice] = []

  static func collect(
    _ buildspec: Buildspec, request: RunRequest, source: SourceText
  ) -> [PlanNotice] {
    var collector = NoticeCollector(source: source)
    collector.visitFile(buildspec, isOnHost: request.container == nil)
    if let env = buildspec.env { collector.visit(env, isOnHost: request.container == nil) }
    if let project = request.project {
      collector.visit(project, isOnHost: request.container == nil)
    }
    if request.container != nil, request.profile != nil {
      let message = "the container does not have your ~/.aws; give credentials as variables"
      collector.notices.append(PlanNotice(key: "--profile", message: message, place: nil))
    }
    for phase in buildspec.phases {
      collector.visit(phase, isOnHost: request.container == nil)
    }
    if let artifacts = buildspec.artifacts {
      collector.visit(artifacts.primary, key: "artifacts", request: request)
      for entry in artifacts.secondary {
        let key = "artifacts.secondary-artifacts.\(entry.identifier.value)"
        collector.visit(entry.set, key: key, request: request)
      }
    }
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

  private mutating func visitFile(_ buildspec: Buildspec, isOnHost: Bool) {
    if isOnHost, let runAs = buildspec.runAs { add("run-as", runAs.range, Self.runAs) }
    if let proxy = buildspec.proxy {
      for (key, value) in [("upload-artifacts", proxy.uploadArtifacts), ("logs", proxy.logs)] {
        guard let value, value.value else { continue }
        add("proxy.\(key)", value.range, "nothing is sent, so no proxy server is used for it")
      }
    }
    if let batch = buildspec.batch {
      add("batch", batch.range, "the file is built once; the builds of the batch are not started")
    }
  }

  private mutating func visit(_ env: EnvironmentSection, isOnHost: Bool) {
    if let shell = env.shell, ShellChoice.program(for: shell.value) == nil {
      let message = "'\(shell.value)' is not available here; the commands run in sh"
      add("env.shell", shell.range, message)
    }
    if let helper = env.gitCredentialHelper, helper.value {
      let place = isOnHost ? "on this machine" : "in the image"
      let message = "git uses the credentials that are set up \(place)"
      add("env.git-credential-helper", helper.range, message)
    }
    for entry in env.variables { visit(variable: entry) }
    for entry in env.parameterStore { visit(variable: entry, of: "parameter-store") }
    for entry in env.secretsManager { visit(variable: entry, of: "secrets-manager") }
  }

  private mutating func visit(variable entry: EnvironmentEntry, of section: String = "variables") {
    let name = entry.name.value
    if EnvironmentPlanner.isReserved(name) {
      let message = "names that begin with CODEBUILD_ are reserved; the entry has no effect"
      add("env.\(section).\(name)", entry.name.range, message)
    } else if !ShellName.isValid(name) {
      let message = "'\(name)' is not a name that a shell can keep; commands may not see it"
      add("env.\(section).\(name)", entry.name.range, message)
    }
  }

  private mutating func visit(_ phase: Phase, isOnHost: Bool) {
    let key = "phases.\(phase.name.rawValue)"
    if isOnHost, let runAs = phase.runAs { add("\(key).run-as", runAs.range, Self.runAs) }
    if let first = phase.runtimeVersions.first {
      let place = isOnHost ? "this machine" : "the image"
      let message = "no runtime is installed or chosen; the build uses what \(place) has"
      add("\(key).runtime-versions", first.runtime.range, message)
    }
    guard let onFailure = phase.onFailure else { return }
    switch OnFailure(onFailure.value) {
    case .abort, .continue: break
    case .retry(let count, let pattern):
      guard !PlannedRetry(count: count, pattern: pattern).isReadable else { break }
      let message = "this expression cannot be read here; the build does not begin again"
      add("\(key).on-failure", onFailure.range, message)
    case nil:
      let message = "'\(onFailure.value)' has no meaning; a failure has its usual effect"
      add("\(key).on-failure", onFailure.range, message)
    }
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

  private mutating func visit(_ set: ArtifactSet, key: String, request: RunRequest) {
    if let prefix = set.s3Prefix, request.namespace == .none {
      add("\(key).s3-prefix", prefix.range, "it counts only with --namespace build-id")
    }
  }

  private static let runAs = "commands run as the user who started the build"
}
