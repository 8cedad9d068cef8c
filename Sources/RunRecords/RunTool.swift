package import BuildExecution

/// The tool that runs a build.
package struct RunTool: Sendable {
  package var version: String
  package var process: ProcessOwner

  package init(version: String, process: ProcessOwner) {
    self.version = version
    self.process = process
  }
}
