package import SystemPackage

/// Where the commands of a build run. An engine keeps one shell process for the whole build and
/// feeds it one script after the other, so that a command costs no more than a child process.
package protocol Engine: Sendable {
  /// Whether the commands run with the programs and files of this machine.
  var runsHere: Bool { get }

  /// Value of `CODEBUILD_SRC_DIR` for a source that is in `folder` on this machine.
  func sourceFolder(for folder: FilePath) -> FilePath

  /// The same for the secondary source of this number, counted from 0, which is not in place.
  func secondaryFolder(_ number: Int, for folder: FilePath) -> FilePath

  /// What the commands get of the environment of this tool.
  func inherited(_ environment: [String: String]) -> [String: String]

  /// Brings the source to its place and starts the shell.
  /// - Throws: `EngineProblem`, `FileProblem`, and `BuildStopped` when the build is to end.
  func open(
    _ setup: ShellSetup, source: SourceDelivery, context: EngineContext
  ) async throws -> any BuildShell
}
