/// What there is in a file, for those who want to know before they look.
package struct FileContent: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Something that YAML has against the text.
  package static let syntaxProblems = FileContent(rawValue: 1 << 0)
  /// Departures from the schema.
  package static let schemaProblems = FileContent(rawValue: 1 << 1)
  package static let env = FileContent(rawValue: 1 << 2)
  /// Variables of `env` or of a batch.
  package static let variables = FileContent(rawValue: 1 << 3)
  package static let runtimes = FileContent(rawValue: 1 << 4)
  package static let artifacts = FileContent(rawValue: 1 << 5)
  package static let cache = FileContent(rawValue: 1 << 6)
  package static let reports = FileContent(rawValue: 1 << 7)
  package static let batch = FileContent(rawValue: 1 << 8)
}
