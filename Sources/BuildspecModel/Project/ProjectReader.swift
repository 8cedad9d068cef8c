import YAMLSyntax

/// Reads one project. The API writes `privilegedMode` where CloudFormation writes `PrivilegedMode`, so
/// the case of keys does not count, nor do the underscores of Terraform, whose blocks are lists of one.
/// What a template computes is not known; what is absent has the default of the API.
struct ProjectReader {
  private let node: YAMLNode
  private let isTerraform: Bool

  init(_ node: YAMLNode, isTerraform: Bool) {
    self.node = node
    self.isTerraform = isTerraform
  }

  func project(named id: String?) -> BuildProject {
    var project = BuildProject()
    project.name = text("name") ?? id
    readEnvironment(&project)
    project.buildspec = text("source", "buildspec") ?? unless("source", "buildspec", is: "")
    project.sourceType = text("source", "type")
    project.secondarySources = identifiers("secondarysources", "sourceidentifier")
    project.artifactsType = text("artifacts", "type")
    project.overridesArtifactName =
      boolean("artifacts", "overrideartifactname")
      ?? unless("artifacts", "overrideartifactname", is: false)
    project.secondaryArtifacts = identifiers("secondaryartifacts", "artifactidentifier")
    project.cache = cache
    project.timeoutMinutes = text(isTerraform ? "buildtimeout" : "timeoutinminutes").flatMap {
      Int($0)
    }
    project.isInVPC = has("vpcconfig")
    project.allowsBatches = has("buildbatchconfig")
    project.batch = batch
    return project
  }

  private func readEnvironment(_ project: inout BuildProject) {
    project.image = text("environment", "image")
    project.environmentType = text("environment", "type")
    project.computeType = text("environment", "computetype")
    project.isPrivileged =
      boolean("environment", "privilegedmode") ?? unless("environment", "privilegedmode", is: false)
    project.hasFleet = has("environment", "fleet")
    project.hasDockerServer = has("environment", "dockerserver")
    let variables = isTerraform ? "environmentvariable" : "environmentvariables"
    project.variables = items("environment", variables)?.reduce([]) { known, item in
      guard var known, let name = Self.value(item, "name")?.plainText else { return nil }
      let type = Self.value(item, "type")
      let origin = type.map { $0.plainText.flatMap(ProjectVariable.Origin.init) } ?? .plaintext
      let value = Self.value(item, "value")?.plainText
      known.append(ProjectVariable(name: name, origin: origin, value: value))
      return known
    }
  }

  private var cache: ProjectCache? {
    switch text("cache", "type") ?? unless("cache", "type", is: "NO_CACHE") {
    case "NO_CACHE": return ProjectCache.none
    case "S3": return .s3
    case "LOCAL":
      guard let modes = items("cache", "modes") else { return nil }
      let names = modes.map(\.plainText)
      if names.contains("LOCAL_CUSTOM_CACHE") { return .local(keepsPaths: true) }
      return names.contains(nil) ? nil : .local(keepsPaths: false)
    default: return nil
    }
  }

  private var batch: ProjectBatch {
    let types = items("buildbatchconfig", "restrictions", "computetypesallowed")
    let names = types?.compactMap(\.plainText) ?? []
    let maximum = text("buildbatchconfig", "restrictions", "maximumbuildsallowed")
    return ProjectBatch(
      maximumBuilds: maximum.flatMap { Int($0) },
      computeTypes: names.isEmpty || names.count != types?.count ? nil : names)
  }
}

/// Reading by path.
extension ProjectReader {
  /// What a path leads to.
  private enum Find {
    case node(YAMLNode)
    case absent
    /// A template computes it, or something above it.
    case computed
  }

  private func find(_ path: [String]) -> Find {
    var node = node
    for key in path {
      if node.isComputed { return .computed }
      let block = isTerraform ? node.sequence?.first ?? node : node
      guard let next = Self.value(block, key), !next.isNull else { return .absent }
      if isTerraform, next.sequence?.isEmpty == true { return .absent }
      node = next
    }
    return node.isComputed ? .computed : .node(node)
  }

  private static func value(_ node: YAMLNode, _ key: String) -> YAMLNode? {
    node.mapping?.last { pair in
      pair.key.scalar?.text.lowercased().filter { $0 != "_" } == key
    }?.value
  }

  private func text(_ path: String...) -> String? {
    if case .node(let node) = find(path) { node.plainText } else { nil }
  }

  private func boolean(_ path: String...) -> Bool? {
    if case .node(let node) = find(path) { node.boolean?.value } else { nil }
  }

  /// The default of a key that is not there.
  private func unless<Value>(_ section: String, _ key: String, is value: Value) -> Value? {
    if case .absent = find([section, key]) { value } else { nil }
  }

  /// Whether something is there.
  private func has(_ path: String...) -> Bool? {
    switch find(path) {
    case .node: true
    case .absent: false
    case .computed: nil
    }
  }

  /// The items of a list; `nil` when one of them is computed.
  private func items(_ path: String...) -> [YAMLNode]? {
    list(path)
  }

  private func list(_ path: [String]) -> [YAMLNode]? {
    switch find(path) {
    case .node(let node):
      guard let items = node.sequence, !items.contains(where: \.isComputed) else { return nil }
      return items
    case .absent: return []
    case .computed: return nil
    }
  }

  /// One key of each item; `nil` when one of them is not known.
  private func identifiers(_ section: String, _ key: String) -> [String]? {
    guard let items = list([section]) else { return nil }
    let names = items.compactMap { Self.value($0, key)?.plainText }
    return names.count == items.count ? names : nil
  }
}

extension YAMLNode {
  /// Whether a template puts something in its place: `!Ref X`, `{"Fn::If": …}`.
  fileprivate var isComputed: Bool {
    if let tag, tag != "!", !tag.hasPrefix("tag:yaml.org,2002:") { return true }
    guard let mapping, mapping.count == 1, let key = mapping[0].key.scalar?.text else {
      return false
    }
    return key == "Ref" || key == "Condition" || key.hasPrefix("Fn::")
  }

  /// The text of a scalar that is not computed.
  fileprivate var plainText: String? { isComputed ? nil : text?.value }
}
