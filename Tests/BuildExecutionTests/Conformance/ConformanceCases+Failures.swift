import BuildExecution

extension ConformanceCases {
  /// How commands fail.
  static let failures: [ConformanceCase] =
    [1, 2, 3, 100, 126, 127, 128, 130, 137, 143, 255].map {
      .commands("exit \($0)", "exit \($0)", "echo never", status: .failed, output: "")
    }
    + ["HUP", "INT", "KILL", "TERM", "USR1", "PIPE", "SEGV"].map {
      .commands("ends by SIG\($0)", "kill -\($0) $$", status: .failed, output: "")
    } + [
      .commands("exit 0", "exit 0", "echo next", output: "next\n"),
      .commands("exit 256", "sh -c 'exit 256'", output: ""),
      .commands("false", "false", "echo never", status: .failed, output: ""),
      .commands(
        "a program that is not there", "nosuchprogram 2>/dev/null", status: .failed, output: ""),
      .commands(
        "a file that is no program", "./f 2>/dev/null", files: ["f": "x"], status: .failed,
        output: ""),
      .commands(
        "a folder is no program", "./d 2>/dev/null", files: ["d/f": "x"], status: .failed,
        output: ""),
      .commands("only the last status counts", "false\ntrue", output: ""),
      .commands("the last status of a line", "true; false", status: .failed, output: ""),
      .commands("the last status of a pipe", "false | true", output: ""),
      .commands("set -e", "set -e\necho a\nfalse\necho b", status: .failed, output: "a\n"),
      .commands("set -e and a condition", "set -e\nif false; then :; fi\necho b", output: "b\n"),
      .commands("set -u", "(set -u; echo \"$UNSET\") 2>/dev/null", status: .failed, output: ""),
      .commands("an EXIT trap", "trap 'echo bye' EXIT; echo hi", output: "hi\nbye\n"),
      .commands(
        "an EXIT trap and a failure", "trap 'echo bye' EXIT; exit 3", status: .failed,
        output: "bye\n"),
      .commands(
        "a TERM trap", "trap 'echo caught' TERM; kill -TERM $$; echo after",
        output: "caught\nafter\n"),
      .commands("a trap is lost", "trap 'echo bye' EXIT", "echo next", output: "bye\nnext\n"),
      .commands("status of a subshell", "(exit 7)", status: .failed, output: ""),
      .commands("return outside of a function", "return 5 2>/dev/null || exit 5", status: .failed),
      .commands("exec", "exec printf 'replaced\\n'", "echo next", output: "replaced\nnext\n"),
      .commands("exec that fails", "exec nosuchprogram 2>/dev/null", status: .failed, output: ""),
      .commands(
        "a child that was killed", "exec 2>/dev/null; sh -c 'kill -KILL $$'", status: .failed),
    ]
}
