package import Diagnostics

/// A place where a file departs from the shape that CodeBuild reads.
package struct SchemaProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A key that the section does not have.
    case unknownKey(String)
    /// A section or list without a value.
    case noValue(String)
    case wrongType(key: String, expected: Shape, found: NodeKind)
    case notBoolean(key: String, text: String)
    case notInteger(key: String, text: String)
    /// One text where a list is documented.
    case textForList(String)
    /// An item of `commands` or `finally`.
    case command(CommandFault, index: Int)
    /// An item of a list of texts that is not text.
    case itemNotText(key: String, found: NodeKind)
  }

  package enum CommandFault: Hashable, Sendable {
    case isMapping, isList, isNull
    /// YAML reads it as a boolean or number.
    case isNotText(String)
  }

  package enum NodeKind: String, Hashable, Sendable {
    case text, list, mapping
  }

  package var kind: Kind
  package var section: SectionID
  package var range: SourceRange
  /// Place of the key that holds the value; equal to `range` when the key itself is at fault.
  package var keyRange: SourceRange

  package init(
    _ kind: Kind, in section: SectionID, at range: SourceRange, key keyRange: SourceRange
  ) {
    self.kind = kind
    self.section = section
    self.range = range
    self.keyRange = keyRange
  }
}
