package import Diagnostics

/// The `cache` section.
package struct CacheSection: Hashable, Sendable {
  /// Place of the `cache` key.
  package var range: SourceRange
  package var paths: [Located<String>]?
  package var key: Located<String>?
  package var fallbackKeys: [Located<String>] = []
  package var action: Located<String>?

  package init(range: SourceRange) {
    self.range = range
  }
}
