import BuildspecModel

/// The variables that a file defines, wherever that may be.
extension BuildspecFile {
  /// Those whose value stands in the file: of `env`, of a batch and of its matrix.
  var literalVariables: [EnvironmentEntry] {
    var entries = buildspec.env?.variables ?? []
    guard let batch = buildspec.batch else { return entries }
    for env in batchEnvironments { entries += env.variables }
    for variable in batch.matrix?.variables ?? [] {
      entries += variable.values.map { EnvironmentEntry(name: variable.name, value: $0) }
    }
    return entries
  }

  /// All of them, with those that are read from a store.
  var environmentEntries: [EnvironmentEntry] {
    guard let env = buildspec.env else { return literalVariables }
    return literalVariables + env.parameterStore + env.secretsManager
  }
}
