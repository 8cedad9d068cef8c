package import SystemPackage

/// A program to start.
package struct ProcessRequest: Sendable {
  /// A path, or a name to look up in `PATH`.
  package var program: String
  package var arguments: [String]
  package var environment: [String: String]
  package var folder: FilePath

  package init(
    program: String, arguments: [String], environment: [String: String], folder: FilePath
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }
}
