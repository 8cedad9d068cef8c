import BuildExecution
import BuildPlanning
import Commands
import SystemPackage
import TestSupport
import Testing

/// The cache of builds in a container. What is the same as on the host is in `ConformanceCases`.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct ContainerCacheTests {
  private static let command = "cat deps/a || echo none; mkdir -p deps; echo good > deps/a"

  private func build(
    _ cache: String, _ command: String, files: [String: String] = [:]
  ) async throws -> TestBuild {
    var build = try await ContainerBuild(
      "version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        \(command)\n"
        + "cache: {\(cache)}\n", files: files, flavour: .busybox
    ).build
    build.cache = build.folder.file("project/.buildspec/cache")
    return build
  }

  @Test func `what lies outside of the source is cached, with its owner`() async throws {
    let build = try await build(
      "paths: ['/root/.m2/**/*', '/opt/tools/*.jar', deps]",
      "find /root/.m2 /opt deps | sort; ls -l /root/.m2/a; mkdir -p /root/.m2 /opt/tools; "
        + "echo m > /root/.m2/a; chown tester: /root/.m2/a; echo j > /opt/tools/x.jar; echo > /opt/tools/no"
    )
    let first = try await build.run()
    #expect(first.notices == [])
    #expect(first.cacheSteps.last == .saved(key: nil))
    let second = try await build.run()
    #expect(second.cacheSteps.contains(.restored(key: nil)))
    #expect(
      second.lines.contains(["/opt", "/opt/tools", "/opt/tools/x.jar", "/root/.m2", "/root/.m2/a"]))
    #expect(second.output.contains(" tester "))
    #expect(!second.output.contains("/opt/tools/no"))
  }

  @Test func `what belongs to one build, or to no folder, is left out and told`() async throws {
    let build = try await build(
      "paths: ['/**/*', '/codebuild/output/tmp/*', '/proc/*', '../x', '~/.m2', '/*/a']", "true")
    let done = try await build.run()
    #expect(done.notices.count == 1)
    #expect(done.notices.first?.contains("/**/*, /codebuild/output/tmp/*, /proc/*, ../x") == true)
    #expect(CacheBuild.archives(build) == [])
  }

  @Test func `a fallback key finds the newest`() async throws {
    let build = try await build(
      "paths: [deps], key: 'k-$N', fallback-keys: [k-]", Self.command)
    var first = build
    first.request.flagVariables = [
      GivenVariable(name: "N", value: "1", origin: .option("--env"))
    ]
    #expect(try await first.run().cacheSteps.last == .saved(key: "k-1"))
    first.request.flagVariables = [
      GivenVariable(name: "N", value: "2", origin: .option("--env"))
    ]
    let second = try await first.run()
    #expect(second.cacheSteps.contains(.restored(key: "k-1")))
    #expect(second.lines == ["good"])
    #expect(second.cacheSteps.last == .saved(key: "k-2"))
  }

  @Test func `a container and this machine share no cache`() async throws {
    let build = try await build("paths: [deps], key: k", Self.command)
    _ = try await build.run()
    var host = build
    host.request.container = nil
    #expect(try await host.run().cacheSteps.contains(.missed(key: "k")))
    #expect(CacheBuild.archives(build).count == 2)
  }

  @Test(arguments: [
    "truncate -s -1 $A", ": > $A", "head -c 100 /dev/urandom > $A",
    "printf 'XXXXXXXX' | dd of=$A bs=1 seek=60 conv=notrunc 2>/dev/null",
  ])
  func `a damaged archive is told, not used, and made anew`(script: String) async throws {
    let build = try await build("paths: [deps], key: k", Self.command)
    let done = try await changed(build, script)
    #expect(done.notices.first?.contains("the archive with the key k cannot be read") == true)
    #expect(done.lines.contains("none"))
    #expect(done.cacheSteps.last == .saved(key: "k"))
  }

  /// Builds once, replaces the archive by the script's doing, and builds again.
  private func changed(_ build: TestBuild, _ script: String) async throws -> FinishedBuild {
    _ = try await build.run()
    let archive = CacheBuild.archives(build).first ?? ""
    let outcome = try await CacheBuild.shell(
      build, "A=$PWD/project/.buildspec/cache/\(archive)\n\(script)")
    #expect(outcome.status == 0, "\(outcome.error)")
    return try await build.run()
  }

  @Test(arguments: [
    "add('../escaped')", "add('source/../../escaped')", "add('/escaped')", "add('root/escaped')",
    "add('root/../escaped')", "add('elsewhere/escaped')",
    "add('source/deps/l', kind=tarfile.SYMTYPE, link='/'); add('source/deps/l/escaped')",
    "add('source/deps/l', kind=tarfile.SYMTYPE, link='/'); folder('source/deps/l'); "
      + "add('source/deps/l/escaped')",
    "folder('source/deps/l'); add('source/deps/l', kind=tarfile.SYMTYPE, link='/'); "
      + "add('source/deps/l/inside')",
    "add('source/link/escaped')", "folder('source/link'); add('source/link/escaped')",
    "folder('source/deps/link'); add('source/deps/link/escaped')",
    "add('source/deps/h', kind=tarfile.LNKTYPE, link='/etc/passwd')",
    "add('source/deps/h', kind=tarfile.LNKTYPE, link='root/etc/passwd')",
    "add('source/deps/p', kind=tarfile.FIFOTYPE)", "add('source/deps/c', kind=tarfile.CHRTYPE)",
    "add('source/other')", "add('source')", "add('')",
  ])
  func `a hostile archive changes nothing but what the paths name`(python: String) async throws {
    let build = try await build(
      "paths: [deps], key: k",
      "find / -name escaped 2>/dev/null; find deps -type p; find deps -type c; ls other deps/h; "
        + "[ -L link ] && [ -L deps/link ] && echo links; mkdir -p deps",
      files: ["deps/there": ""])
    build.folder.link("project/link", to: "/")
    build.folder.link("project/deps/link", to: "/")
    let done = try await changed(build, Self.hostile(python))
    #expect(done.status == .succeeded)
    #expect(done.lines.filter { !$0.hasPrefix("ls: ") } == ["links"])
  }

  /// Makes an archive of what a Python script adds to `tar`, with the end that ours have.
  private static func hostile(_ python: String) -> String {
    """
    cat > make.py <<'END'
    import tarfile, io, struct, subprocess, sys
    tar = tarfile.open("made.tar", "w")
    def add(name, text="bad", kind=tarfile.REGTYPE, link=""):
      i = tarfile.TarInfo(name); i.type = kind; i.linkname = link
      i.size = len(text) if kind == tarfile.REGTYPE else 0
      tar.addfile(i, io.BytesIO(text.encode()))
    def folder(name): add(name, kind=tarfile.DIRTYPE)
    folder('source/deps'); add('source/deps/a')
    \(python)
    tar.close()
    packed = subprocess.run(["zstd", "-qc", "made.tar"], capture_output=True, check=True).stdout
    end = bytes([0x50, 0x2A, 0x4D, 0x18, 16, 0, 0, 0]) + struct.pack("<Q", len(packed)) + b"bscache1"
    open(sys.argv[1], "wb").write(packed + end)
    END
    python3 make.py $A
    """
  }

  @Test(arguments: [true, false])
  func `a mounted source is cached, and what is there in place stays`(
    isInPlace: Bool
  ) async throws {
    var build = try await build(
      "paths: [deps], key: k", "cat deps/a deps/b; mkdir -p deps; echo a > deps/a; echo b > deps/b")
    build.request.isInPlace = isInPlace
    build.request.container?.bindsSource = !isInPlace
    let first = try await build.run()
    #expect(first.cacheSteps.last == .saved(key: "k"))
    if isInPlace {
      #expect(build.folder.text("project/deps/a") == "a\n")
      let outcome = try await CacheBuild.shell(
        build, "rm project/deps/b; echo own > project/deps/a")
      #expect(outcome.status == 0)
    }
    let second = try await build.run()
    #expect(second.lines.suffix(2) == [isInPlace ? "own" : "a", "b"])
  }

  @Test func `the commands of another user leave a cache, too`() async throws {
    var build = try await build("paths: [/tmp/own]", "true")
    build = build.changed(
      "  build:\n", to: "  build:\n    run-as: tester\n"
    ).changed(
      "        true", to: "        cat /tmp/own/a || mkdir -p /tmp/own; echo u > /tmp/own/a")
    _ = try await build.run()
    #expect(try await build.run().lines == ["u"])
  }

  @Test func `without zstd there is one notice and no cache`() async throws {
    var build = try await build("paths: [deps]", Self.command)
    build.folder.createFolder("bin")
    let docker = try #require(ProgramSearch(host: host(build)).find("docker"))
    build.folder.link("bin/docker", to: docker.string)
    build.environment["PATH"] = build.folder.file("bin")
    let done = try await build.run()
    #expect(done.notices == ["cache: not used: there is no zstd on PATH"])
    #expect(done.status == .succeeded)
  }

  private func host(_ build: TestBuild) -> Host {
    var host = Host.live()
    host.environment = build.environment
    return host
  }
}
