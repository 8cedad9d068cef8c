import SystemPackage

/// Where things are in a container, as on the service.
enum ContainerPaths {
  static let output: FilePath = "/codebuild/output"
  /// Scripts and saved state.
  static let state: FilePath = "/codebuild/output/tmp"
  /// Where the pipe of `DirectOutput` is mounted. Below `state` it would make runc forget the mode of
  /// that folder.
  static let directOutput: FilePath = "/codebuild/pipe"
  /// Programs of the service; not there at first.
  static let tools: FilePath = "/codebuild/bin"
  static let shell = "/bin/sh"

  /// - Parameter number: as the service makes one up for each build.
  static func source(number: Int) -> FilePath {
    output.appending("src\(number)").appending("src")
  }
}
