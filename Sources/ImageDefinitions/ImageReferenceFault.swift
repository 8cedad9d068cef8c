/// Why a text names no image.
package struct ImageReferenceFault: Error, Hashable, Sendable {
  /// The end of a sentence that starts with the name.
  package var words: String
  package var help: String?

  init(_ words: String, help: String? = nil) {
    self.words = words
    self.help = help
  }
}
