import Diagnostics
package import YAMLSyntax

/// Reads the typed model from a tree. What has the wrong kind is left out: `SchemaChecker` names it.
package enum BuildspecDecoder {
  package static func decode(_ root: YAMLNode) -> Buildspec {
    var spec = Buildspec()
    guard case .mapping(let pairs) = root.content else { return spec }
    for pair in pairs {
      guard case .scalar(let key) = pair.key.content else { continue }
      let value = pair.value
      switch key.text {
      case "version": spec.version = value.text
      case "run-as": spec.runAs = value.text
      case "env": environment(value, into: &spec.env)
      case "environment_variables":
        if let plain = value["plaintext"] {
          spec.env = spec.env ?? EnvironmentSection()
          spec.env?.variables += plain.entries
        }
      case "proxy": spec.proxy = proxy(value)
      case "phases": spec.phases = phases(value)
      case "reports": spec.reports = reports(value)
      case "artifacts": spec.artifacts = artifacts(pair)
      case "cache": spec.cache = cache(pair)
      case "batch": spec.batch = BatchDecoder.decode(pair)
      default: break
      }
    }
    return spec
  }

  private static func environment(_ node: YAMLNode, into env: inout EnvironmentSection?) {
    guard node.mapping != nil else { return }
    var section = env ?? EnvironmentSection()
    section.shell = node["shell"]?.text
    section.variables += node["variables"]?.entries ?? []
    section.parameterStore = node["parameter-store"]?.entries ?? []
    section.secretsManager = node["secrets-manager"]?.entries ?? []
    section.exportedVariables = node["exported-variables"]?.texts ?? []
    section.gitCredentialHelper = node["git-credential-helper"]?.boolean
    env = section
  }

  private static func proxy(_ node: YAMLNode) -> ProxySection {
    var proxy = ProxySection()
    proxy.uploadArtifacts = node["upload-artifacts"]?.boolean
    proxy.logs = node["logs"]?.boolean
    return proxy
  }

  private static func phases(_ node: YAMLNode) -> [Phase] {
    (node.mapping ?? []).compactMap { pair in
      guard let name = pair.key.scalar.flatMap({ PhaseName(rawValue: $0.text) }) else { return nil }
      var phase = Phase(name: name, nameRange: pair.key.range)
      phase.runAs = pair.value["run-as"]?.text
      phase.onFailure = pair.value["on-failure"]?.text
      phase.runtimeVersions = (pair.value["runtime-versions"]?.entries ?? []).map {
        RuntimeVersion(runtime: $0.name, version: $0.value)
      }
      phase.commands = pair.value["commands"]?.commands
      phase.finally = pair.value["finally"]?.commands
      return phase
    }
  }

  private static func reports(_ node: YAMLNode) -> [ReportGroup] {
    (node.mapping ?? []).compactMap { pair in
      guard let name = pair.key.text else { return nil }
      var group = ReportGroup(name: name)
      group.files = pair.value["files"]?.texts
      group.fileFormat = pair.value["file-format"]?.text
      group.baseDirectory = pair.value["base-directory"]?.text
      group.discardPaths = pair.value["discard-paths"]?.boolean
      return group
    }
  }

  private static func artifacts(_ pair: YAMLPair) -> Artifacts? {
    guard pair.value.mapping != nil else { return nil }
    let secondary = pair.value["secondary-artifacts"]?.mapping ?? []
    return Artifacts(
      primary: artifactSet(pair),
      secondary: secondary.compactMap { entry in
        entry.key.text.map { SecondaryArtifact(identifier: $0, set: artifactSet(entry)) }
      })
  }

  private static func artifactSet(_ pair: YAMLPair) -> ArtifactSet {
    var set = ArtifactSet(range: pair.key.range)
    let node = pair.value
    set.files = node["files"]?.texts
    set.name = node["name"]?.text
    set.discardPaths = node["discard-paths"]?.boolean
    set.baseDirectory = node["base-directory"]?.text
    set.excludePaths = node["exclude-paths"]?.texts ?? []
    set.enableSymlinks = node["enable-symlinks"]?.boolean
    set.s3Prefix = node["s3-prefix"]?.text
    set.type = node["type"]?.text
    return set
  }

  private static func cache(_ pair: YAMLPair) -> CacheSection? {
    guard pair.value.mapping != nil else { return nil }
    var cache = CacheSection(range: pair.key.range)
    cache.paths = pair.value["paths"]?.texts
    cache.key = pair.value["key"]?.text
    cache.fallbackKeys = pair.value["fallback-keys"]?.texts ?? []
    cache.action = pair.value["action"]?.text
    return cache
  }
}
