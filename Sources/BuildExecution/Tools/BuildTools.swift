import SystemPackage

/// The programs that the service puts on `PATH` of a build: in a folder of the build, at the end of
/// `PATH`, so that they hide nothing.
struct BuildTools {
  let folder: FilePath
  /// Empty folder for the state of a pause.
  let state: FilePath
  /// This tool, which does the work of those that need more than a shell.
  let program: FilePath?
  /// Whether there is somebody who sees that the build is paused.
  let pauses: Bool
  let files: any Files

  func create() throws {
    try files.createFolder(folder, mode: 0o755)
    let scripts = PauseScripts(
      mark: state.appending("paused"), resumeCommand: path(.resume).string, pauses: pauses)
    for name in ServiceProgram.allCases {
      if name.isScript {
        try files.write(Array(scripts.text(of: name).utf8), to: path(name), mode: 0o755)
      } else if let program {
        try files.createLink(path(name), to: program)
      }
    }
  }

  /// `PATH` with the folder at its end.
  func extended(_ path: String?) -> String {
    path.map { "\($0):\(folder.string)" } ?? "/usr/local/bin:/usr/bin:/bin:\(folder.string)"
  }

  private func path(_ program: ServiceProgram) -> FilePath { folder.appending(program.rawValue) }
}
