package import Diagnostics

/// What one file holds: the tree of its first document and every problem met on the way.
package struct YAMLDocument: Sendable {
  /// `nil` when the file is empty or could not be read to the end.
  package var root: YAMLNode?
  /// In the order found. A `.syntax` problem is the last, since nothing after it was read.
  package var problems: [YAMLProblem]

  /// Reads a text. Never fails: what is wrong is in `problems`.
  package init(parsing source: SourceText, limits: YAMLLimits = YAMLLimits()) {
    if let root = BlockReader.root(of: source, limits: limits) {
      self.init(root: root, problems: [])
    } else {
      self.init(composing: source, limits: limits)
    }
  }

  /// Reads a text with libyaml.
  package init(composing source: SourceText, limits: YAMLLimits = YAMLLimits()) {
    var composer = YAMLComposer(source: source, limits: limits)
    self = composer.compose()
  }

  init(root: YAMLNode?, problems: [YAMLProblem]) {
    self.root = root
    self.problems = problems
  }
}

extension YAMLDocument {
  /// Whether reading stopped before the end of the file.
  package var hasSyntaxError: Bool { problems.contains(where: \.endsReading) }
}
