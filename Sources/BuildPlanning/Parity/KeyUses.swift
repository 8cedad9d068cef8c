import BuildspecModel
import Diagnostics

/// Finds the keys that a buildspec has, as far as they have a say in its build.
struct KeyUses {
  struct Use {
    let topic: ParityTopic
    let key: String
    let range: SourceRange
  }

  private var uses: [Use] = []

  /// - Parameter path: of the buildspec, as the user named it.
  static func collect(_ buildspec: Buildspec, request: RunRequest, path: String) -> [Use] {
    var collector = KeyUses()
    collector.visit(file: buildspec)
    // A batch runs the builds of its own file alone, as on the service.
    let isInBatch = request.batchBuild?.place.map { $0.path == path } ?? false
    collector.add(isInBatch ? .batch : .loneBatch, "batch", buildspec.batch?.range)
    if let env = buildspec.env { collector.visit(env) }
    for phase in buildspec.phases {
      collector.visit(phase, is01: buildspec.isVersion01)
    }
    for group in buildspec.reports { collector.visit(group) }
    if let artifacts = buildspec.artifacts {
      collector.visit(artifacts.primary, key: "artifacts", request)
      for entry in artifacts.secondary {
        let key = "artifacts.secondary-artifacts.\(entry.identifier.value)"
        collector.visit(entry.set, key: key, request)
      }
    }
    return collector.uses
  }

  private mutating func add(_ topic: ParityTopic, _ key: String, _ range: SourceRange?) {
    if let range { uses.append(Use(topic: topic, key: key, range: range)) }
  }

  /// A key whose title is its path.
  private mutating func add(_ topic: ParityTopic, _ range: SourceRange?) {
    add(topic, topic.rawValue, range)
  }

  private mutating func visit(file buildspec: Buildspec) {
    add(.version, buildspec.version?.range)
    add(.runAs, buildspec.runAs?.range)
    if let proxy = buildspec.proxy {
      for (key, value) in [("upload-artifacts", proxy.uploadArtifacts), ("logs", proxy.logs)]
      where value?.value == true {
        add(.proxy, "proxy.\(key)", value?.range)
      }
    }
    add(.cache, buildspec.cache?.range)
  }

  private mutating func visit(_ env: EnvironmentSection) {
    if let shell = env.shell {
      let isThere = ShellChoice.program(for: shell.value) != nil
      add(isThere ? .shell : .otherShell, "env.shell", shell.range)
    }
    add(.variables, env.variables.first?.name.range)
    add(.parameterStore, env.parameterStore.first?.name.range)
    add(.secretsManager, env.secretsManager.first?.name.range)
    add(.exportedVariables, env.exportedVariables.first?.range)
    if let helper = env.gitCredentialHelper, helper.value {
      add(.gitCredentialHelper, helper.range)
    }
  }

  private mutating func visit(_ phase: Phase, is01: Bool) {
    let key = "phases.\(phase.name.rawValue)"
    add(.commands, "\(key).commands", phase.commands?.first?.range)
    add(.finally, "\(key).finally", phase.finally?.first?.range)
    add(
      Self.isReadable(phase.onFailure?.value) ? .onFailure : .unreadRetry, "\(key).on-failure",
      phase.onFailure?.range)
    add(.phaseRunAs, "\(key).run-as", phase.runAs?.range)
    let counts = phase.name == .install && !is01
    add(
      counts ? .runtimeVersions : .lostRuntimeVersions, "\(key).runtime-versions",
      phase.runtimeVersions.first?.runtime.range)
  }

  /// Whether this value of `on-failure` does what it says.
  private static func isReadable(_ onFailure: String?) -> Bool {
    guard case .retry(let count, let pattern) = onFailure.flatMap({ OnFailure($0) }) else {
      return true
    }
    return PlannedRetry(count: count, pattern: pattern).isReadable
  }

  private mutating func visit(_ group: ReportGroup) {
    add(.reports, "reports.\(group.name.value)", group.name.range)
    let key = "reports.\(group.name.value).file-format"
    add(.reportFormat, key, group.fileFormat?.range)
  }

  private mutating func visit(_ set: ArtifactSet, key: String, _ request: RunRequest) {
    add(.artifacts, key, set.range)
    add(.artifactName, "\(key).name", set.name?.range)
    add(.artifactType, "\(key).type", set.type?.range)
    let counts = request.namespace != .none
    add(counts ? .s3Prefix : .lostS3Prefix, "\(key).s3-prefix", set.s3Prefix?.range)
  }
}
