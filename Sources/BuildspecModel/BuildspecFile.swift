package import Diagnostics
package import YAMLSyntax

/// One file with all that was read from it: the input of every rule and of the planner. A class, so
/// that handing it to a hundred rules costs nothing.
package final class BuildspecFile: Sendable {
  package let source: SourceText
  package let document: YAMLDocument
  package let buildspec: Buildspec
  /// Where the file departs from the schema, in the order of the file.
  package let problems: [SchemaProblem]

  package let content: FileContent
  /// Whether the file can be run: it is YAML and its top level is a mapping.
  package let isReadable: Bool

  // What many rules look through, collected once.

  /// The `runtime-versions` of all phases.
  package let runtimes: [RuntimeVersion]
  /// Every `env` of a batch that is written once.
  package let batchEnvironments: [BatchEnvironment]
  /// Variables whose value stands in the file: those of `env`, of a batch and of its matrix.
  package let literalVariables: [EnvironmentEntry]
  /// All variables, with those that are read from a store.
  package let environmentEntries: [EnvironmentEntry]

  /// Parses, checks against the schema and decodes. Never fails.
  package init(source: SourceText) {
    self.source = source
    let document = YAMLDocument(parsing: source)
    let spec = document.root.map { BuildspecDecoder.decode($0) } ?? Buildspec()
    self.document = document
    self.isReadable = document.root?.mapping != nil && !document.hasSyntaxError
    self.problems = document.root.map { SchemaChecker.check($0) } ?? []
    self.buildspec = spec
    self.runtimes = spec.phases.flatMap(\.runtimeVersions)
    self.batchEnvironments = spec.batch?.environments ?? []
    self.literalVariables =
      (spec.env?.variables ?? []) + batchEnvironments.flatMap(\.variables)
      + (spec.batch?.matrix?.entries ?? [])
    self.environmentEntries =
      literalVariables + (spec.env?.parameterStore ?? []) + (spec.env?.secretsManager ?? [])
    var content = FileContent()
    if !document.problems.isEmpty { content.insert(.syntaxProblems) }
    if !problems.isEmpty { content.insert(.schemaProblems) }
    if spec.env != nil { content.insert(.env) }
    if !environmentEntries.isEmpty { content.insert(.variables) }
    if !runtimes.isEmpty { content.insert(.runtimes) }
    if spec.artifacts != nil { content.insert(.artifacts) }
    if spec.cache != nil { content.insert(.cache) }
    if !spec.reports.isEmpty { content.insert(.reports) }
    if spec.batch != nil { content.insert(.batch) }
    if spec.artifacts != nil || spec.cache != nil || !spec.reports.isEmpty {
      content.insert(.paths)
    }
    self.content = content
  }
}
