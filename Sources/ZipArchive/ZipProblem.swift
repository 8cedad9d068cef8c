/// An archive that cannot be written.
package struct ZipProblem: Error, Hashable, CustomStringConvertible {
  package var description: String

  init(_ description: String) {
    self.description = description
  }
}
