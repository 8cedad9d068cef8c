/// The runtimes of one curated image.
package struct ImageRuntimes: Sendable {
  /// Name of the image with its tag.
  package let image: String
  /// Runtimes by name, each with its versions, oldest first.
  package let runtimes: [(name: String, versions: [String])]
  /// Whether the image tries to install versions that are not listed, but for Docker; else it
  /// rejects them.
  package let triesOthers: Bool

  init(
    _ image: String, triesOthers: Bool = false, _ runtimes: [(name: String, versions: [String])]
  ) {
    self.image = image
    self.runtimes = runtimes
    self.triesOthers = triesOthers
  }

  /// The versions of a runtime; empty when the image does not have it.
  package func versions(of runtime: String) -> [String] {
    runtimes.first { $0.name == runtime }?.versions ?? []
  }
}
