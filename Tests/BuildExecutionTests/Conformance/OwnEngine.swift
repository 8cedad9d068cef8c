import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A Docker engine of one test, which may do with it what it likes. It has a network of its own, since an engine
/// removes or makes the bridge of the machine, and touches none of other tests.
struct OwnEngine {
  /// Only root can start one. In CI it must be possible.
  static let isPossible: Bool = {
    guard geteuid() == 0 else { return false }
    return getenv("CI") != nil || TestEngine.isThere && system("command -v dockerd >/dev/null") == 0
  }()

  /// Short, since sockets lie in it.
  let folder: String

  var host: String { "unix://\(folder)/socket" }
  var environment: [String: String] {
    TestEngine.environment.merging(["DOCKER_HOST": host]) { _, own in own }
  }

  /// Makes an engine for `body`, and removes all of it afterwards.
  static func with(_ body: (OwnEngine) async throws -> Void) async throws {
    let made = try await Tool.run("/bin/sh", ["-c", "mktemp -d /tmp/bs-engine-XXXXXX"], in: "/")
    let engine = OwnEngine(folder: String(made.output.dropLast()))
    do {
      try await engine.start()
      try await body(engine)
    } catch {
      try await engine.remove()
      throw error
    }
    try await engine.remove()
  }

  /// Starts the engine on what the one before has left.
  func start() async throws {
    try await bash(
      """
      echo '{}' > daemon.json
      # Their numbers may be of processes that nobody has waited for.
      rm -f pid exec/containerd/containerd.pid
      setsid unshare --net dockerd --config-file "$PWD/daemon.json" --host "unix://$PWD/socket" \
        --data-root "$PWD/data" --exec-root "$PWD/exec" --pidfile "$PWD/pid" --iptables=false \
        --ip-forward=false --ip-masq=false >> log 2>&1 < /dev/null & engine=$!
      until docker --host "unix://$PWD/socket" version > /dev/null 2>&1; do
        if [ $SECONDS -ge 240 ] || ! kill -0 $engine; then tail -n 5 log >&2; exit 1; fi
        sleep 0.1
      done
      """)
  }

  /// Makes one of the test images in it.
  func load(_ flavour: Flavour) async throws {
    try await bash(
      """
      tar -C '\(Flavour.folder)/\(flavour.rawValue)' -c . |
        docker --host "unix://$PWD/socket" import --change 'ENV PATH=/bin' - \(flavour.image)
      """)
  }

  /// Kills the engine and what it starts containers with.
  func kill() async throws {
    try await bash("kill -KILL $(cat pid) $(cat exec/containerd/containerd.pid)")
  }

  /// Ends the engine and removes its files, also when it was killed in the middle of its work.
  private func remove() async throws {
    try await bash(
      """
      kill -TERM "$(cat pid)"
      for step in $(seq 150); do [ -e pid ] || break; sleep 0.1; done
      # What names a file of this engine serves it or one of its containers.
      for process in $(grep -lzs "^$PWD/" /proc/[0-9]*/cmdline | grep -o '[0-9]*'); do
        kill -KILL "$process" || :
      done
      awk -v below="$PWD/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort -r |
        while read -r mount; do umount --lazy "$mount"; done
      rm -rf --one-file-system "$PWD"
      """)
  }

  /// Returns when a command of the shell succeeds; fails when it takes too long.
  func wait(until command: String) async throws {
    try await bash(
      "until \(command); do if [ $SECONDS -ge 240 ]; then exit 1; fi; sleep 0.1; done")
  }

  /// Runs a script in the folder of the engine.
  @discardableResult
  func bash(_ script: String) async throws -> String {
    let outcome = try await Tool.run(
      "/bin/bash", ["-c", script], in: folder,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    try #require(outcome.status == 0, "\(script): \(outcome.error)")
    return outcome.output
  }
}
