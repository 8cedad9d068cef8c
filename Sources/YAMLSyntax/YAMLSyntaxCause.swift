/// What the author of a broken text most likely did, told from the text around the error.
package enum YAMLSyntaxCause: Hashable, Sendable {
  /// A tab is used as indentation.
  case tabIndentation
  /// A value starts with a character that means something to YAML.
  case reservedStart(Character)
  /// A value starts with a quoted word and goes on after the closing quote.
  case textAfterQuote(Character)
  /// A backslash sequence that YAML does not know, in double quotes.
  case unknownEscape
  /// A quote is opened and never closed.
  case unclosedQuote(Character)
  /// `[` or `{` is opened and never closed.
  case unclosedFlow(Character)
  /// A line of a block scalar is indented less than its first line.
  case misalignedBlock
  /// A second `: ` in a value that is not quoted.
  case colonInValue
  /// A line that is neither `key: value`, nor `- item`, nor part of the line above.
  case strayText
  /// A key or an item is not at the column of its neighbours.
  case misindented
  /// A marker that `git merge` left behind.
  case mergeConflict
  /// None of these.
  case other
}
