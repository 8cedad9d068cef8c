package import Diagnostics
package import YAMLSyntax

/// One item of `commands` or `finally`. It may hold several lines; CodeBuild runs it as one script.
package struct Command: Hashable, Sendable {
  /// The script, after YAML's quoting and folding.
  package var text: String
  /// Place of the whole scalar, quotes included.
  package var range: SourceRange
  package var style: YAMLScalar.Style
  /// 0-based position in its list, as in the service's messages (`Commands[0]`).
  package var index: Int

  package init(text: String, range: SourceRange, style: YAMLScalar.Style, index: Int) {
    self.text = text
    self.range = range
    self.style = style
    self.index = index
  }

  /// Whether the scalar may have more than one line in the file: `false` is certain, since a plain
  /// one that stands for itself has one.
  package var takesSeveralLines: Bool { style != .plain || text.utf8.count != range.count }
}
