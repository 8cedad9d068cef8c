import BuildExecution
import BuildPlanning
import SystemPackage
import TestSupport
import Testing

/// The service's own programs in a container.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct ContainerProgramTests {
  private static let files = ["a.txt": "a", "d/b.txt": "b", "d/e/c": "c"]

  private func build(_ command: String, more: String = "") async throws -> TestBuild {
    var build = try await ContainerBuild(
      "version: 0.2\nphases: {build: {commands: [\"\(command)\"]}}\n\(more)", files: Self.files,
      flavour: .busybox
    ).build
    build.program = Tool.release ?? Tool.path
    return build
  }

  @Test(.enabled(if: Tool.release != nil, "make release has not been run"))
  func `files are found and hashed as on the host`() async throws {
    let command = "codebuild-glob-search '**/*.txt'; cd d; codebuild-hash-files '**/*.txt'"
    let container = try await build(command)
    let done = try await container.run()
    #expect(done.notices == [])
    #expect(done.lines.prefix(2) == ["a.txt", "d/b.txt"])
    var host = container
    host.request.container = nil
    #expect(try await host.run().lines == done.lines)
  }

  @Test(.enabled(if: Tool.release != nil, "make release has not been run"))
  func `a key of the cache may need one`() async throws {
    var build = try await build(
      "mkdir -p deps; echo > deps/a",
      more: "cache: {paths: [deps], key: 'npm-$(codebuild-hash-files a.txt)'}")
    build.cache = build.folder.file("project/.buildspec/cache")
    guard case .saved(let key) = try await build.run().cacheSteps.last else {
      return #expect(Bool(false))
    }
    #expect(key?.wholeMatch(of: #/npm-[0-9a-f]{64}/#) != nil)
  }

  @Test(
    .enabled(if: Tool.release != nil, "make release has not been run"), arguments: [nil, 1, 2])
  func `tests are split as on the host`(number: Int?) async throws {
    var container = try await build(
      "codebuild-tests-run --files-search='find . -type f' --test-command 'ls -1'; echo $?")
    container.request.shard = number.map { Shard(number: $0, count: 2) }
    let done = try await container.run()
    #expect(done.notices == [])
    #expect(done.lines.last == "0")
    #expect(done.lines.count == (number == 1 ? 4 : number == 2 ? 3 : 5))
    container.request.container = nil
    #expect(try await container.run().lines == done.lines)
  }

  @Test func `a program that runs nowhere else is told, once`() async throws {
    var build = try await build("codebuild-hash-files a.txt; codebuild-tests-run x")
    build.program = "/bin/sh"
    let done = try await build.run()
    #expect(
      done.notices == [
        "PATH: there is no codebuild-hash-files, codebuild-tests-run in the container: "
          + "this buildspec is no static executable of Linux"
      ])
    #expect(done.status == .failed)
    #expect(done.failure?.hasSuffix("Reason: exit status 127") == true)
  }

  @Test func `a program of another architecture is told`() async throws {
    var build = try await build("codebuild-hash-files a.txt || true")
    // A header that asks for no loader, and nothing that any processor runs.
    let header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 47)
    build.program = build.folder.file("other")
    try TestFiles.write(
      header + [56, 0, 0, 0] + [UInt8](repeating: 0, count: 6), to: build.program)
    build.folder.makeExecutable("other")
    let done = try await build.run()
    #expect(done.notices.count == 1)
    #expect(done.notices.first?.hasSuffix("is it another architecture?") == true)
  }

  @Test func `a build that names none gets none`() async throws {
    let done = try await build("ls /codebuild; echo $PATH").run()
    #expect(done.lines.first == "output")
    #expect(!done.output.contains("/codebuild/bin"))
  }

  @Test func `a breakpoint is passed over where nobody watches`() async throws {
    let done = try await build("codebuild-breakpoint; codebuild-resume || echo on").run()
    #expect(
      done.lines == [
        "codebuild-breakpoint: passed over, since the build is not shown on a terminal",
        "codebuild-resume: the build is not paused", "on",
      ])
    #expect(done.notices == [])
  }

  @Test(arguments: [false, true])
  func `a breakpoint waits for codebuild-resume`(asOther: Bool) async throws {
    var build = try await build("codebuild-breakpoint; echo on")
    if asOther { build = build.changed("build: {", to: "build: {run-as: tester, ") }
    build.pauses = true
    let done = try await build.run { event in
      guard case .output(let bytes) = event else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.split(separator: "\n")
      guard let line = lines.first(where: { $0.hasSuffix("codebuild-resume") }) else { return }
      Task {
        _ = try await Tool.run(
          "/bin/sh", ["-c", String(line)], in: "/", environment: TestEngine.environment)
      }
    }
    #expect(done.lines.last == "on")
  }
}
