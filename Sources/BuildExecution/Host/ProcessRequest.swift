package import SystemPackage

/// A program to start.
package struct ProcessRequest: Sendable {
  /// A path, or a name to look up in `PATH`.
  package var program: String
  package var arguments: [String]
  package var environment: [String: String]
  package var folder: FilePath
  /// A named pipe to take for its standard output, to which others may write as well.
  package var output: FilePath?

  package init(
    program: String, arguments: [String], environment: [String: String], folder: FilePath
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}
