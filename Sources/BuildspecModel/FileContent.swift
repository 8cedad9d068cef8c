/// What there is in a file, for those who want to know before they look. No `OptionSet`, whose generic
/// functions the compiler does not always make plain.
package struct FileContent: Sendable {
  private var bits: UInt16 = 0

  /// Nothing.
  package init() {}

  private init(bit: UInt16) {
    bits = 1 << bit
  }

  package mutating func insert(_ other: FileContent) {
    bits |= other.bits
  }

  /// Whether all of the other is there.
  package func contains(_ other: FileContent) -> Bool {
    other.bits & ~bits == 0
  }

  /// Something that YAML has against the text.
  package static let syntaxProblems = FileContent(bit: 0)
  /// Departures from the schema.
  package static let schemaProblems = FileContent(bit: 1)
  package static let env = FileContent(bit: 2)
  /// Variables of `env` or of a batch.
  package static let variables = FileContent(bit: 3)
  package static let runtimes = FileContent(bit: 4)
  package static let artifacts = FileContent(bit: 5)
  package static let cache = FileContent(bit: 6)
  package static let reports = FileContent(bit: 7)
  /// Artifacts, a cache or reports, which name paths.
  package static let paths = FileContent(bit: 9)
  package static let batch = FileContent(bit: 8)
}
