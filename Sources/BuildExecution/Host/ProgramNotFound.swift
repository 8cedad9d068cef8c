/// A program that is not on this machine.
package struct ProgramNotFound: Error, Hashable, Sendable {
  package var program: String

  package init(program: String) {
    self.program = program
  }
}
