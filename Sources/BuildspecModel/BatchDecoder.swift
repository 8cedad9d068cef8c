import Diagnostics
import YAMLSyntax

/// Reads the `batch` section.
enum BatchDecoder {
  static func decode(_ pair: YAMLPair) -> Batch? {
    let node = pair.value
    guard node.mapping != nil else { return nil }
    var batch = Batch(range: pair.key.range)
    batch.fastFail = node["fast-fail"]?.boolean
    batch.list = node["build-list"]?.sequence?.map(build)
    batch.graph = node["build-graph"]?.sequence?.map(build)
    batch.matrix = node.pair("build-matrix").map(matrix)
    batch.fanout = node.pair("build-fanout").map(fanout)
    return batch
  }

  private static func build(_ node: YAMLNode) -> BatchBuild {
    var build = BatchBuild(range: node.range)
    build.identifier = node["identifier"]?.text
    build.buildspec = node["buildspec"]?.text
    build.dependsOn = node["depend-on"]?.texts ?? []
    build.ignoreFailure = node["ignore-failure"]?.boolean
    build.debugSession = node["debug-session"]?.boolean
    build.env = node["env"].map(environment)
    return build
  }

  private static func environment(_ node: YAMLNode) -> BatchEnvironment {
    var env = BatchEnvironment()
    env.computeType = node["compute-type"]?.text
    env.fleet = node["fleet"]?.text
    env.image = node["image"]?.text
    env.privilegedMode = node["privileged-mode"]?.boolean
    env.type = node["type"]?.text
    env.variables = node["variables"]?.entries ?? []
    return env
  }

  private static func matrix(_ pair: YAMLPair) -> BatchMatrix {
    var matrix = BatchMatrix(range: pair.key.range)
    matrix.ignoreFailure = pair.value["static"]?["ignore-failure"]?.boolean
    matrix.staticEnvironment = pair.value["static"]?["env"].map(environment)
    guard let dynamic = pair.value["dynamic"] else { return matrix }
    matrix.buildspecs = dynamic["buildspec"]?.texts ?? []
    matrix.images = dynamic["env"]?["image"]?.texts ?? []
    matrix.computeTypes = dynamic["env"]?["compute-type"]?.texts ?? []
    matrix.variables = (dynamic["env"]?["variables"]?.mapping ?? []).compactMap { entry in
      entry.key.text.map { MatrixVariable(name: $0, values: entry.value.texts ?? []) }
    }
    return matrix
  }

  private static func fanout(_ pair: YAMLPair) -> BatchFanout {
    var fanout = BatchFanout(range: pair.key.range)
    fanout.parallelism = pair.value["parallelism"]?.text
    fanout.ignoreFailure = pair.value["ignore-failure"]?.boolean
    return fanout
  }
}
