/// One key of a section.
package struct KeySpec: Sendable {
  package enum Versions: Sendable { case both, only01, only02 }

  package let name: String
  package let shape: Shape
  package let versions: Versions
  /// One line for people: help, completion, schema.
  package let summary: String

  init(_ name: String, _ shape: Shape, _ versions: Versions, _ summary: String) {
    self.name = name
    self.shape = shape
    self.versions = versions
    self.summary = summary
  }

  init(_ name: String, _ shape: Shape, _ summary: String) {
    self.init(name, shape, .only02, summary)
  }
}
