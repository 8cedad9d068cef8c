import SystemPackage

/// The script that one list item becomes, as the service makes it: three lines that bring back the
/// folder and the variables, the item from line 4 on, so that the shell's messages name the same
/// lines, and what saves the state for the next item.
///
/// State is saved with `export -p` after `set -a`, hence variables stay without `export`, while
/// functions, aliases, arrays and options are lost. `exit` or a failing `set -e` leaves before the
/// saving. A variable that is inherited and then unset comes back, as it is not in the saved state
/// and every script inherits it anew. What bash says of its own read-only variables, when an item has
/// exported them, is not shown.
struct ItemScript {
  /// File of the variables that the item before has saved.
  let environment: FilePath
  /// Empty file for the variables.
  let nextEnvironment: FilePath
  /// Empty file for the folder, when it is another than `start`.
  let nextFolder: FilePath
  /// Folder to start in.
  var start: String
  /// Value of `CODEBUILD_BUILD_SUCCEEDING`.
  var succeeding: Bool

  /// A script that carries state.
  func carrying(_ text: String) -> String {
    // `>>` because the item may have set noclobber, and because files that are cut and written anew
    // make ext4 write to the disk each time. The empty line takes a backslash at the end of the item.
    // `PWD` is a saved variable, so it is wrong when the folder is gone.
    """
    cd \(ShellQuoting.quoted(start)) || _bs_lost=1
    . \(ShellQuoting.quoted(environment.string)) 2>/dev/null; export CODEBUILD_BUILD_SUCCEEDING=\(flag)
    set -a
    \(text)

    CODEBUILD_LAST_EXIT=$?
    export -p >> \(ShellQuoting.quoted(nextEnvironment.string))
    [ "${PWD-}${_bs_lost-}" = \(ShellQuoting.quoted(start)) ] || pwd >> \(ShellQuoting.quoted(nextFolder.string))
    exit "$CODEBUILD_LAST_EXIT"

    """
  }

  /// A script of its own, as in version 0.1.
  func isolated(_ text: String) -> String {
    """
    cd \(ShellQuoting.quoted(start))
    export CODEBUILD_BUILD_SUCCEEDING=\(flag)
    set -a
    \(text)

    """
  }

  /// A script that writes to `target`, or to its standard output, and leaves the state alone.
  func capturing(_ text: String, to target: FilePath?, carriesState: Bool) -> String {
    let redirection = target.map { "exec >> \(ShellQuoting.quoted($0.string))" } ?? ":"
    let restore = carriesState ? ". \(ShellQuoting.quoted(environment.string)) 2>/dev/null" : ":"
    return """
      cd \(ShellQuoting.quoted(start))
      \(restore); export CODEBUILD_BUILD_SUCCEEDING=\(flag)
      \(redirection)
      \(text)

      """
  }

  private var flag: String { succeeding ? "1" : "0" }
}
