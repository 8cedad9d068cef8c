/// The program of the long-lived shell that runs the scripts of a build.
///
/// It reads a line from its standard input: the nonce of its markers, which thus no command can see in an
/// argument or in the environment. Each further line, which is empty since a shell reads byte by byte,
/// runs the script once more as it stands then. The end of a script is told in the same stream as its
/// output: all that stands before the marker belongs to the script, and a daemon that keeps the stream
/// open delays nothing.
///
/// Signals are caught, not ignored: children start with their defaults, and a script that signals its
/// whole group (`kill 0`) ends itself but not the build. The variables of the driver are unset first,
/// since a name that came with the environment would stay exported. Where the driver starts a script in a
/// subshell, the redirections stand inside the brackets, for else the driver's own remarks, such as
/// `Terminated`, would be among the output; see `ShellSetup.startsDirectly` for the other way.
enum DriverScript {
  static let program = "/bin/sh"

  /// - Parameters:
  ///   - shell: that runs the script.
  ///   - script: path of the script.
  static func arguments(shell: String, script: String) -> [String] {
    ["-c", text, "sh", shell, script]
  }

  private static let text = """
    exec 2>/dev/null
    unset _bs_nonce _bs_line
    trap : HUP INT QUIT TERM USR1 USR2
    IFS= read -r _bs_nonce || exit
    _bs_start() { (exec "$1" "$2" </dev/null 2>&1); }
    if [ "$1" = sh ] && [ -z "${BASH_VERSION-}" ] && command -v sh >/dev/null; then
      _bs_start() { sh "$2" </dev/null; }
    fi
    while read -r _bs_line; do
      _bs_start "$1" "$2"
      printf '%s %d\\n' "$_bs_nonce" "$?"
    done
    """
}
