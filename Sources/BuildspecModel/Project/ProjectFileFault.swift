/// Why no project can be taken from a file; one line, without the name of the file.
package struct ProjectFileFault: Error, Hashable, Sendable {
  package var message: String
}
