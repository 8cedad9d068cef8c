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

  /// Parses, checks against the schema and decodes. Never fails.
  package init(source: SourceText) {
    self.source = source
    self.document = YAMLDocument(parsing: source)
    self.problems = document.root.map { SchemaChecker.check($0) } ?? []
    self.buildspec = document.root.map { BuildspecDecoder.decode($0) } ?? Buildspec()
  }

  /// Whether the file can be run: it is YAML and its top level is a mapping.
  package var isReadable: Bool { document.root?.mapping != nil && !document.hasSyntaxError }
}
