import BuildExecution

extension ConformanceCases {
  /// What commands do to processes, the driver among them.
  static let processes: [ConformanceCase] = [
    .commands(
      "a background process", "sleep 300 & echo started", "echo next", output: "started\nnext\n"),
    .commands(
      "a background process with nohup", "(trap '' HUP; exec sleep 300) >/dev/null 2>&1 &",
      "echo next",
      output: "next\n"),
    .commands(
      "a process that ignores all requests",
      "sh -c 'trap \"\" TERM HUP INT; while :; do sleep 1; done' &\necho started",
      output: "started\n"),
    .commands("a session of its own", "setsid sleep 300 & echo started", output: "started\n"),
    .commands("wait", "(sleep 0.1; echo a) & wait; echo b", output: "a\nb\n"),
    .commands(
      "a background process lives on",
      "(while [ ! -e go ]; do sleep 0.05; done; echo seen > done) &",
      "touch go; while [ ! -e done ]; do sleep 0.05; done; cat done", output: "seen\n"),
    .commands(
      "a background process is asked to end",
      "sh -c 'trap \"echo asked; exit\" TERM; echo ready > r; while :; do sleep 0.05; done' & while [ ! -e r ]; do sleep 0.05; done; kill $!; wait $!; echo $?",
      output: "asked\n0\n"),
    .commands("kill of the own group", "kill 0", "echo never", status: .failed, output: ""),
    ConformanceCase(
      "after kill of the own group",
      "version: 0.2\nphases: {build: {commands: [kill 0]}, post_build: {commands: [echo after]}}",
      status: .failed, output: "after\n"),
    .commands(
      "the driver is killed", "kill -KILL $PPID; sleep 1; exit 0", status: .failed, output: ""),
    ConformanceCase(
      "after the driver was killed",
      "version: 0.2\nphases: {pre_build: {commands: [A=kept; cd /tmp]}, build: {commands: ['echo before; kill -KILL $PPID; sleep 1'], finally: ['echo finally $A']}, post_build: {commands: [pwd]}}",
      status: .failed, output: "before\nfinally kept\n/tmp\n"),
    .commands(
      "the driver is asked to end", "kill -TERM $PPID; kill -HUP $PPID; kill -INT $PPID; echo a",
      "echo b", output: "a\nb\n"),
    .commands(
      "a job that stops itself is nothing special",
      "exec 2>/dev/null; sh -c 'kill -STOP $$' & sleep 0.1; kill -KILL $!; wait $!; echo $?",
      status: .succeeded),
    .commands(
      "a thousand processes",
      "for i in $(seq 1 1000); do true; done; for i in $(seq 1 100); do /bin/true; done; echo done",
      output: "done\n"),
    .commands("a named pipe", "mkfifo p; (echo through > p) & cat p", output: "through\n"),
    ConformanceCase(
      "a command that stands still does not outlive the build",
      "version: 0.2\nphases: {build: {commands: ['sleep 300 & sleep 300 & echo two']}}",
      output: "two\n"),
  ]
}
