import BuildExecution
import BuildPlanning
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The way of a container's output past the engine, and back to the engine where there is none.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct DirectOutputTests {
  private static let command = "readlink /proc/$$/fd/1"

  @Test(arguments: Flavour.allCases)
  func `output comes without the engine`(_ flavour: Flavour) async throws {
    let build = try await ContainerBuild(
      "version: 0.2\nphases:\n  build:\n    commands: ['\(Self.command)']",
      flavour: flavour)
    let done = try await build.run()
    #expect(done.lines.first == "/codebuild/pipe")
  }

  @Test func `a driver that takes over goes on with it`() async throws {
    let build = try await ContainerBuild(
      """
      version: 0.2
      phases:
        build:
          commands: [kill -9 $PPID]
          finally: ['\(Self.command)']
      """)
    #expect(try await build.run().lines.last == "/codebuild/pipe")
  }

  @Test func `a container that is kept needs nothing of this machine`() async throws {
    var build = try await ContainerBuild.command(Self.command)
    build.build.request.container?.keep = .always
    let done = try await build.run()
    #expect(done.lines.first?.hasPrefix("pipe:") == true)
    for container in try await ContainerBuild.containers(ContainerBuild.identifier(done)) {
      try await ContainerBuild.docker("rm", "--force", container)
    }
  }

  /// What the tool sees is not what the engine sees. The machine has another name, too, for else the
  /// tool would take all containers of other tests for left ones, as if it had been started anew.
  @Test(
    .enabled(if: geteuid() == 0, "only root can mount"),
    arguments: [
      "mount -t tmpfs none \"$TMPDIR\"",
      "echo another >../kernel && mount --bind ../kernel /proc/sys/kernel/random/boot_id",
    ])
  func `an engine elsewhere hands the output over`(_ difference: String) async throws {
    let build = try await ContainerBuild.command("\(Self.command); printf %s done").build
    build.folder.createFolder("elsewhere")
    try build.folder.write(build.buildspec, to: "project/buildspec.yml")
    let run = "exec \"$0\" run -i \(Flavour.dash.image) --pull never --network host"
    let outcome = try await Tool.run(
      "/usr/bin/unshare",
      [
        "--mount", "--uts", "/bin/sh", "-c", "hostname elsewhere && \(difference) && \(run)",
        Tool.path,
      ],
      in: build.folder.file("project"),
      environment: TestEngine.environment.merging(["TMPDIR": build.folder.file("elsewhere")]) {
        _, own in own
      })
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("\npipe:["))
    #expect(outcome.output.contains("\ndone"))
  }
}
