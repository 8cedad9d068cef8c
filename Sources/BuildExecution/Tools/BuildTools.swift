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

  /// Names under which this tool acts as one of the service's own.
  static let namesOfProgram = ["codebuild-glob-search", "codebuild-hash-files"]

  func create() throws {
    try files.createFolder(folder, mode: 0o755)
    if let program {
      for name in Self.namesOfProgram { try files.createLink(folder.appending(name), to: program) }
    }
    try write(pauses ? pausing : passingOver, "codebuild-breakpoint")
    try write(resuming, "codebuild-resume")
  }

  /// `PATH` with the folder at its end.
  func extended(_ path: String?) -> String {
    path.map { "\($0):\(folder.string)" } ?? "/usr/local/bin:/usr/bin:/bin:\(folder.string)"
  }

  private func write(_ script: String, _ name: String) throws {
    try files.write(Array("#!/bin/sh\n\(script)".utf8), to: folder.appending(name), mode: 0o755)
  }

  private var mark: String { ShellQuoting.quoted(state.appending("paused").string) }

  private var pausing: String {
    let resume = ShellQuoting.quoted(folder.appending("codebuild-resume").string)
    return """
      : >\(mark) || exit
      echo "The build is paused in $PWD. To go on, run this in another terminal:"
      printf '  %s\\n' \(resume)
      while [ -e \(mark) ]; do sleep 1 || exit; done

      """
  }

  private var passingOver: String {
    "echo 'codebuild-breakpoint: passed over, since the build is not shown on a terminal'\n"
  }

  private var resuming: String {
    """
    [ -e \(mark) ] && exec rm -f \(mark)
    echo 'codebuild-resume: the build is not paused' >&2
    exit 1

    """
  }
}
