/// A second place that explains a finding, such as the first of two equal keys.
package struct RelatedLocation: Hashable, Sendable {
  package var range: SourceRange
  package var message: String

  package init(range: SourceRange, message: String) {
    self.range = range
    self.message = message
  }
}
