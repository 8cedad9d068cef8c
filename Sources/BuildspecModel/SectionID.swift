/// The mappings of a buildspec whose keys are fixed.
package enum SectionID: String, CaseIterable, Sendable {
  case top, env, proxy, phases, phase, report, artifacts, secondaryArtifact, cache
  case batch, listItem, graphItem, batchEnvironment
  case matrix, matrixStatic, matrixStaticEnvironment, matrixDynamic, matrixDynamicEnvironment
  case fanout, environmentVariables

  /// How messages name the section.
  package var title: String {
    switch self {
    case .top: "the top level"
    case .env: "`env`"
    case .proxy: "`proxy`"
    case .phases: "`phases`"
    case .phase: "a phase"
    case .report: "a report group"
    case .artifacts: "`artifacts`"
    case .secondaryArtifact: "a secondary artifact"
    case .cache: "`cache`"
    case .batch: "`batch`"
    case .listItem: "an item of `build-list`"
    case .graphItem: "an item of `build-graph`"
    case .batchEnvironment: "the `env` of a batch build"
    case .matrix: "`build-matrix`"
    case .matrixStatic: "`static`"
    case .matrixStaticEnvironment: "`static.env`"
    case .matrixDynamic: "`dynamic`"
    case .matrixDynamicEnvironment: "`dynamic.env`"
    case .fanout: "`build-fanout`"
    case .environmentVariables: "`environment_variables`"
    }
  }

  /// Whether the section belongs to `batch`.
  package var isBatch: Bool {
    switch self {
    case .batch, .listItem, .graphItem, .batchEnvironment, .matrix, .matrixStatic,
      .matrixStaticEnvironment, .matrixDynamic, .matrixDynamicEnvironment, .fanout:
      true
    default: false
    }
  }
}
