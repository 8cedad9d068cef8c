import BuildspecModel
import YAMLSyntax

/// Nodes behind the model, for what the model leaves out.
extension BuildspecFile {
  /// The pairs under `phases` that are phases.
  var phasePairs: [YAMLPair] {
    (document.root?["phases"]?.mapping ?? []).filter { pair in
      pair.key.scalar.map { PhaseName(rawValue: $0.text) != nil } ?? false
    }
  }

  /// Every `commands` and `finally` of the phases.
  var commandLists: [YAMLPair] {
    phasePairs.flatMap { phase in
      ["commands", "finally"].compactMap { phase.value.pair($0) }
    }
  }

  /// Every image that the batch names.
  var batchImages: [Located<String>] {
    batchEnvironments.compactMap(\.image) + (buildspec.batch?.matrix?.images ?? [])
  }

  /// The items of `build-list` and `build-graph`.
  var batchItems: [YAMLNode] {
    guard let batch = document.root?["batch"] else { return [] }
    return (batch["build-list"]?.sequence ?? []) + (batch["build-graph"]?.sequence ?? [])
  }
}
