import SystemPackage

/// What the driver shell of a container is sent. It is a shell that reads its program from standard
/// input, so scripts, variables and secrets come as quoted words: no argument shows them, they cost no
/// file on this side, and every byte but NUL passes through any shell, in blocks. It uses nothing but
/// built-in commands, since an image may hold nothing else.
///
/// What scripts write goes to standard output. Standard error is a channel of its own, which they do
/// not inherit: for messages, such as the output that is captured.
///
/// Scripts may be sent ahead, behind another one. Each begins at the end of the one before if that was
/// as foreseen, which spares quick commands the way to the tool and back, but only for a moment after
/// the last one that was asked for. Whoever breaks off the build or kills the tool during a long
/// command can thus rely on it that nothing follows.
struct ContainerScript {
  let setup: ShellSetup
  let nonce: String
  /// Whether users of the image other than root share the saved state.
  let isShared: Bool
  /// For the driver whose output it is; the others have one each that the engine hands over.
  var directOutput: DirectOutput?

  /// Bytes that are sent ahead, at most: so much fits into any pipe while nobody reads.
  private static let longestAhead = 12 * 1024
  /// Hundredths of a second after the begin of a script in which others may follow unasked.
  private static let moment = 5

  private var state: String { ContainerPaths.state.string }

  /// The marker of a script that another one may follow unasked: it has succeeded and saved its
  /// variables, in the folder where it began.
  var foreseen: Int32 { setup.isolatesItems ? 0 : ContainerMark.saved }

  /// Makes a new driver ready; ends with a marker.
  var preamble: String {
    """
    exec 3>&2 2>/dev/null
    \(directOutput?.script ?? ":")
    trap : HUP INT QUIT TERM USR1 USR2
    _bs_nonce=\(ShellQuoting.quoted(nonce)) _bs_shell=\(ShellQuoting.quoted(setup.shell))
    _bs_d=\(state)
    _bs_mark() { printf '%s %d\\n' "$_bs_nonce" "$1"; }
    _bs_run() {
      read -r _bs_began _bs_line </proc/uptime
      _bs_began=1${_bs_began%.*}${_bs_began#*.}
      _bs_do "$1" "$2"
    }
    _bs_then() {
      [ "$_bs_status" = \(foreseen) ] || return
      _bs_status=
      if read -r _bs_now _bs_line </proc/uptime && _bs_now=1${_bs_now%.*}${_bs_now#*.} &&
        [ $((_bs_now - _bs_began)) -le \(Self.moment) ] && [ ! -e \(Self.stopped) ]; then
        kill -0 "$PPID" || exit 1
        _bs_do "$1" "$2"
      else
        _bs_mark \(ContainerMark.leftOut)
      fi
    }
    _bs_do() {
      : >"$_bs_d/$2"
      printf %s "$1" >"$_bs_d/script.sh"
      _bs_start
      _bs_status=$?
      if [ -s "$_bs_d/folder" ]; then
        _bs_status=$((_bs_status + \(ContainerMark.moved)))
        _bs_mark \(ContainerMark.begin) >&3
        while IFS= read -r _bs_line; do printf '%s\\n' "$_bs_line" >&3; done <"$_bs_d/folder"
        : >"$_bs_d/folder"
        _bs_mark \(ContainerMark.end) >&3
      elif [ -s "$_bs_d/$2" ]; then
        _bs_status=$((_bs_status + \(ContainerMark.saved)))
      fi
      _bs_mark "$_bs_status"
    }
    _bs_capture() {
      printf %s "$1" >"$_bs_d/script.sh"
      _bs_mark \(ContainerMark.begin) >&3
      (exec "$_bs_shell" "$_bs_d/script.sh" </dev/null 2>&1 >&3 3>&-)
      _bs_status=$?
      _bs_mark \(ContainerMark.end) >&3
      _bs_mark "$_bs_status"
    }
    _bs_count() {
      set -- /proc/[0-9]*
      [ $# -lt 999 ] || set -- 999
      _bs_mark $#
    }
    \(files)
    \(variables)
    \(path)
    _bs_status=
    \(start)
    _bs_mark 0

    """
  }

  func run(_ script: String, saving file: String) -> String {
    "_bs_run \(ShellQuoting.quoted(setup.prepared(script))) \(file)\n"
  }

  /// Adds a script to those that are sent ahead.
  /// - Returns: whether there was room for it.
  func add(_ script: String, saving file: String, to ahead: inout AheadScripts) -> Bool {
    let request = "_bs_then \(ShellQuoting.quoted(setup.prepared(script))) \(file)\n"
    guard ahead.text.utf8.count + request.utf8.count <= Self.longestAhead else { return false }
    ahead.text += request
    ahead.count += 1
    return true
  }

  // MARK: The start of a script

  /// Bash, or an image without `sh`, takes the subshell.
  private var start: String {
    let subshell = #"_bs_start() { (exec "$_bs_shell" "$_bs_d/script.sh" </dev/null 2>&1 3>&-); }"#
    guard setup.startsDirectly else { return subshell }
    return """
      if [ -z "${BASH_VERSION-}" ] && command -v sh >/dev/null; then
        _bs_start() { sh "$_bs_d/script.sh" </dev/null 3>&-; }
      else
        \(subshell)
      fi
      """
  }

  func capture(_ script: String) -> String { "_bs_capture \(ShellQuoting.quoted(script))\n" }

  /// Counts the processes of the container; the marker tells the number.
  static let count = "_bs_count\n"
  /// What a driver that takes over is sent first. The keeper drops all up to this line, which may
  /// hold the rest of a script.
  var resumption: String { "\n\(nonce)\n\(preamble)" }
  /// Ends the build from outside of its shell; nothing that was sent ahead begins after it.
  static let stop = ": >\(stopped); kill -TERM -1"
  private static let stopped = ContainerPaths.state.appending("stopped")
  /// Asks everything but PID 1 to end.
  static let terminateAll = "kill -TERM -1\n"
  static let exit = "exit 0\n"
  /// Keeps the container running, though nobody is attached to it any more; ends with a marker.
  /// - Parameter file: is filled with the variables, unless a script has done so.
  static func freeze(_ file: FilePath) -> String {
    "[ -s \(file) ] || export -p >\(file); _bs_mark 0; kill -STOP $$\n"
  }

  /// The image's own folders come first.
  private var path: String {
    guard setup.tools != nil else { return ":" }
    let usual = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return "export PATH=\"${PATH:-\(usual)}:\(ContainerPaths.tools)\""
  }

  /// Made once, with the permissions that they keep.
  private var files: String {
    """
    umask \(isShared ? "000" : "077")
    for _bs_line in env.0 env.1 folder script.sh; do
      [ -e "$_bs_d/$_bs_line" ] || : >"$_bs_d/$_bs_line"
    done
    umask 022
    """
  }

  private var variables: String {
    setup.environment.sorted { $0.key < $1.key }
      .filter { BuildVariable.isExportable($0.key) }
      .map { "export \($0.key)=\(ShellQuoting.quoted($0.value))" }
      .joined(separator: "\n")
  }
}
