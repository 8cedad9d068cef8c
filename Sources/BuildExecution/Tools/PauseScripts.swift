import SystemPackage

/// The programs that pause a build and let it go on.
struct PauseScripts {
  /// A file that is there while the build is paused.
  let mark: FilePath
  /// What somebody runs in another terminal.
  let resumeCommand: String
  /// Whether there is somebody who sees that the build is paused.
  let pauses: Bool

  /// A program's text.
  func text(of program: ServiceProgram) -> String {
    "#!/bin/sh\n" + (program == .resume ? resuming : pauses ? pausing : passingOver)
  }

  private var quotedMark: String { ShellQuoting.quoted(mark.string) }

  private var pausing: String {
    """
    : >\(quotedMark) || exit
    echo "The build is paused in $PWD. To go on, run this in another terminal:"
    printf '  %s\\n' \(ShellQuoting.quoted(resumeCommand))
    while [ -e \(quotedMark) ]; do sleep 1 || exit; done

    """
  }

  private var passingOver: String {
    "echo 'codebuild-breakpoint: passed over, since the build is not shown on a terminal'\n"
  }

  private var resuming: String {
    """
    [ -e \(quotedMark) ] && exec rm -f \(quotedMark)
    echo 'codebuild-resume: the build is not paused' >&2
    exit 1

    """
  }
}
