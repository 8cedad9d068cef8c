package import Diagnostics

/// Something wrong with a text as YAML.
package struct YAMLProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// libyaml stopped here.
    case syntax(YAMLSyntaxError)
    /// The bytes are not UTF-8 text, or hold a character that YAML forbids.
    case encoding(String)
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case tooManyNodes(limit: Int)
    /// No document, or nothing in it.
    case empty
    case duplicateKey(String)
    case undefinedAlias(String)
    case recursiveAlias(String)
    case multipleDocuments
    case unknownTag(String)
  }

  package var kind: Kind
  package var range: SourceRange
  /// The place that `range` stands against: the first of two keys, the anchor of an alias.
  package var related: SourceRange?

  package init(_ kind: Kind, at range: SourceRange, related: SourceRange? = nil) {
    self.kind = kind
    self.range = range
    self.related = related
  }

  /// Whether reading stopped here, so that the tree is missing or incomplete.
  package var endsReading: Bool {
    switch kind {
    case .syntax, .encoding, .tooLarge, .tooDeep, .tooManyNodes: true
    default: false
    }
  }
}
