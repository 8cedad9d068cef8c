package import SystemPackage

/// What a build's shell starts with.
package struct ShellSetup: Sendable {
  /// Identifier of the build.
  package var build: String
  /// The program that runs each script.
  package var shell: String
  /// `CODEBUILD_SRC_DIR`: where the first script starts.
  package var source: FilePath
  /// An empty folder outside the source, for scripts and saved state.
  package var state: FilePath
  package var environment: [String: String]
  /// Version 0.1: nothing is carried from one script to the next.
  package var isolatesItems: Bool
  /// For a container; `nil` when the build uses none.
  package var tools: ContainerTools?

  package init(
    build: String, shell: String, source: FilePath, state: FilePath, environment: [String: String],
    isolatesItems: Bool
  ) {
    self.build = build
    self.shell = shell
    self.source = source
    self.state = state
    self.environment = environment
    self.isolatesItems = isolatesItems
  }

  /// Whether a driver that is no bash starts `sh` without a subshell, which spares dash a fork and, but
  /// once, the search for `sh`. The errors of such a script are the driver's at first, so that it is the
  /// script that joins its streams, in its first line. Not so with bash, which has something to say
  /// before the first line.
  var startsDirectly: Bool { shell == "sh" }

  /// A script as the driver is to start it.
  func prepared(_ script: String) -> String {
    startsDirectly ? "exec 2>&1; \(script)" : script
  }
}
