/// The program of the long-lived shell that runs the scripts of a build.
///
/// It reads the nonce of its markers first, from its standard input, so that no command can see it
/// in an argument or in the environment. Then it reads pairs of lines: a shell and a script. The end
/// of a script is told in the same stream as its output: all that stands before the marker belongs to
/// the script, and a daemon that keeps the stream open delays nothing.
///
/// Signals are caught, not ignored: children start with their defaults, and a script that signals its
/// whole group (`kill 0`) ends itself but not the build. Its variables are unset first, since a name
/// that came with the environment would stay exported.
enum DriverScript {
  static let program = "/bin/sh"

  static let text = """
    exec 2>/dev/null
    unset _bs_nonce _bs_shell _bs_script
    trap : HUP INT QUIT TERM USR1 USR2
    IFS= read -r _bs_nonce || exit
    while IFS= read -r _bs_shell && IFS= read -r _bs_script; do
      "$_bs_shell" "$_bs_script" </dev/null 2>&1
      printf '%s %d\\n' "$_bs_nonce" "$?"
    done
    """
}
