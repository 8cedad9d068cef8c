import BuildExecution
import BuildPlanning
import BuildspecModel
import TestSupport
import Testing

/// What is special about a build in a container.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct ContainerTests {
  @Test(arguments: ["true", "exit 3"])
  func `nothing is left of a build`(_ command: String) async throws {
    let done = try await ContainerBuild.command(command).run()
    #expect(try await ContainerBuild.leftContainers(ContainerBuild.identifier(done)) == [])
  }

  @Test func `paths are those of the service`() async throws {
    let done = try await ContainerBuild.command("pwd; echo $0; echo $CODEBUILD_SRC_DIR").run()
    #expect(done.lines.count == 3)
    #expect(done.lines[0].wholeMatch(of: /\/codebuild\/output\/src[0-9]{9}\/src/) != nil)
    #expect(done.lines[1] == "/codebuild/output/tmp/script.sh")
    #expect(done.lines[2] == done.lines[0])
  }

  @Test func `the source comes with its modes, links and names`() async throws {
    let long = String(repeating: "long name/", count: 20) + String(repeating: "n", count: 150)
    var build = try await ContainerBuild.command(
      "./run; readlink l; cat '\(long)'; cat 'ü'; ls -l run | cut -c 1-10; wc -c < big")
    build.build = try {
      var inner = build.build
      try inner.folder.write("#!/bin/sh\necho ran\n", to: "project/run")
      inner.folder.makeExecutable("project/run")
      inner.folder.link("project/l", to: String(repeating: "t", count: 140))
      try inner.folder.write("deep\n", to: "project/\(long)")
      try inner.folder.write("umlaut\n", to: "project/ü")
      try inner.folder.write(String(repeating: "0123456789", count: 70_000), to: "project/big")
      inner.request.isInPlace = false
      return inner
    }()
    let done = try await build.run()
    #expect(
      done.lines == [
        "ran", String(repeating: "t", count: 140), "deep", "umlaut", "-rwxr-xr-x", "700000",
      ])
    #expect(done.events.count > 0)
  }

  @Test func `the entry point and the user of the image do not count`() async throws {
    let image = "buildspec-test:odd"
    try await TestEngine.images.value
    let outcome = try await Tool.run(
      "/bin/sh",
      [
        "-c",
        "tar -C '\(Flavour.folder)/dash' -c . | docker import -c 'ENTRYPOINT [\"false\"]' "
          + "-c 'USER tester' -c 'WORKDIR /nowhere' -c 'ENV PATH=/bin OWN=image' - \(image)",
      ], in: "/", environment: TestEngine.environment)
    #expect(outcome.status == 0, "\(outcome.error)")
    var build = try await ContainerBuild.command("id -un; echo $OWN $HOME")
    build.build.request.container?.image = image
    let done = try await build.run()
    #expect(done.lines == ["root", "image /root"])
    try await ContainerBuild.docker("image", "rm", "--force", image)
  }

  @Test func `AWS credentials of the caller are there, other variables are not`() async throws {
    var build = try await ContainerBuild.command("echo $AWS_SESSION_TOKEN ${OTHER-none} $HOME")
    build.build.environment["AWS_SESSION_TOKEN"] = "session"
    build.build.environment["OTHER"] = "other"
    #expect(try await build.run().lines == ["session none /root"])
  }

  @Test func `no argument and no inspection shows a variable`() async throws {
    var build = try await ContainerBuild.command(
      "echo ready; while [ ! -e /tmp/go ]; do sleep 0.05; done")
    let secret = "correct-horse-battery"
    build.build.request.flagVariables = [
      GivenVariable(name: "API_TOKEN", value: secret, origin: .flag)
    ]
    let seen = Known()
    _ = try await build.run { identifier in
      let container = try await ContainerBuild.containers(identifier).first ?? ""
      let processes = try await Tool.run(
        "/bin/sh", ["-c", "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '"], in: "/")
      let inspected = try await ContainerBuild.docker("inspect", container)
      seen.set(processes.output + inspected.joined())
      try await ContainerBuild.docker("exec", container, "touch", "/tmp/go")
    }
    #expect(seen.value.contains("buildspec.run"))
    #expect(!seen.value.contains(secret))
  }

  @Test func `run-as runs commands as a user of the image`() async throws {
    let done = try await ContainerBuild(
      """
      version: 0.2
      run-as: tester
      phases:
        install: {run-as: root, commands: ['id -un; A=kept; cd /tmp']}
        pre_build: {commands: ['id -un; echo $A; pwd; B=2; touch /root/x 2>/dev/null || echo denied']}
        build: {commands: [kill -KILL $PPID], finally: ['id -un']}
        post_build: {run-as: root, commands: ['id -un; echo $B']}
      """
    ).run()
    #expect(
      done.lines == ["root", "tester", "kept", "/tmp", "denied", "tester", "root", "2"])
  }

  @Test func `a user that the image does not have fails the phase`() async throws {
    let done = try await ContainerBuild(
      "version: 0.2\nphases: {build: {run-as: stranger, commands: [echo never]}}"
    ).run()
    #expect(done.status == .failed)
    #expect(done.lines == [])
    #expect(
      done.failure?.hasPrefix(
        "CLIENT_ERROR: run-as: cannot run commands as stranger: unable to find")
        == true)
  }

  @Test func `a bound copy leaves the source alone`() async throws {
    var build = try await ContainerBuild(
      """
      version: 0.2
      phases: {build: {commands: [echo new > a; mkdir -p d; echo x > d/x]}}
      artifacts: {files: ['**/*']}
      """, files: ["a": "old"])
    build.build.request.container?.bindsSource = true
    build.build.request.artifactsFolder = "artifacts"
    let done = try await build.run()
    #expect(done.status == .succeeded)
    #expect(build.build.folder.text("project/a") == "old")
    #expect(build.build.folder.files("artifacts") == ["a", "d/x"])
  }

  @Test func `in place the source itself is mounted`() async throws {
    var build = try await ContainerBuild.command("echo new > made; pwd")
    build.build.request.isInPlace = true
    let done = try await build.run()
    #expect(build.build.folder.text("project/made") == "new\n")
    #expect(done.lines.first?.hasPrefix("/codebuild/output/src") == true)
  }

  @Test func `flags reach the engine`() async throws {
    var build = try await ContainerBuild.command(
      "echo ready; [ -S /var/run/docker.sock ] && echo socket; while [ ! -e /tmp/go ]; do sleep 0.05; done"
    )
    build.build.request.container?.limits = ContainerLimits(.small, platform: nil)
    build.build.request.container?.hasEngineSocket = true
    let seen = Known()
    let done = try await build.run { identifier in
      let container = try await ContainerBuild.containers(identifier).first ?? ""
      let format =
        "{{.HostConfig.Memory}} {{.HostConfig.CpuQuota}} "
        + "{{.HostConfig.NetworkMode}} {{.HostConfig.LogConfig.Type}}"
      seen.set(try await ContainerBuild.docker("inspect", "-f", format, container).joined())
      try await ContainerBuild.docker("exec", container, "touch", "/tmp/go")
    }
    #expect(seen.value == "4294967296 200000 host none")
    #expect(done.lines == ["ready", "socket"])
  }

  /// Where this runs, privileged containers may be forbidden; so what is asked for is looked at.
  @Test func `privileges and platform are asked for`() async throws {
    var build = try await ContainerBuild.command("true")
    let real = try await Tool.run(
      "/bin/sh", ["-c", "command -v docker"], in: "/", environment: TestEngine.environment)
    let folder = build.build.folder
    try folder.write(
      """
      #!/bin/sh
      echo "$@" >> '\(folder.file("asked"))'
      [ "$1" = create ] && { echo refused >&2; exit 125; }
      exec \(real.output.prefix { !$0.isNewline }) "$@"
      """, to: "bin/docker")
    folder.makeExecutable("bin/docker")
    build.build.environment["PATH"] = "\(folder.file("bin")):/usr/bin:/bin"
    build.build.request.container?.isPrivileged = true
    build.build.request.container?.platform = "linux/arm64"
    await #expect(throws: EngineProblem.self) { try await build.run() }
    let asked = folder.text("asked") ?? ""
    #expect(asked.contains(" --privileged "))
    #expect(asked.contains(" --platform linux/arm64 "))
  }
}
