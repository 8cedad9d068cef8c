import BuildExecution
import BuildPlanning
import SystemPackage
import TestSupport
import Testing

/// The service's own programs on `PATH` of the build.
struct BuildToolTests {
  private func run(
    _ command: String, files: [String: String] = ["a.txt": "a", "d/b.txt": "b", "d/e/c": "c"]
  ) async throws -> FinishedBuild {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: [\"\(command)\"]}}", files: files)
    return try await build.run()
  }

  @Test func `codebuild-glob-search lists files below the current folder`() async throws {
    #expect(try await run("codebuild-glob-search '**/*.txt'").lines == ["a.txt", "d/b.txt"])
    #expect(try await run("cd d; codebuild-glob-search '*' '**/c'").lines == ["b.txt", "e/c"])
    #expect(try await run("codebuild-glob-search 'd/**' 'd/**/*'").lines == ["d/b.txt", "d/e/c"])
  }

  @Test func `codebuild-glob-search lists a file once, and no folder`() async throws {
    let done = try await run("codebuild-glob-search '*' 'd/*' '**' 'd/../a.txt' d d/e")
    #expect(done.lines == ["a.txt", "d/b.txt", "d/e/c"])
  }

  @Test func `in codebuild-glob-search two stars also stand for folders within a name`()
    async throws
  {
    #expect(try await run("codebuild-glob-search '**txt'").lines == ["a.txt", "d/b.txt"])
    #expect(try await run("codebuild-glob-search 'd**c'").lines == ["d/e/c"])
    #expect(try await run("codebuild-glob-search 'd/**b**'").lines == ["d/b.txt"])
  }

  @Test func `codebuild-glob-search leaves no name in two lines, and its bytes as they are`()
    async throws
  {
    let done = try await TestBuild.commands(
      """
      touch "$(printf 'n\\nl')" "$(printf '\\377')"
      codebuild-glob-search 'n*' '?' | od -An -tx1
      """
    ).run()
    #expect(
      done.lines == [
        "codebuild-glob-search: left out, as there is a line break in its name: \"n\\nl\"",
        " ff 0a",
      ])
  }

  @Test func `codebuild-glob-search says when nothing matches`() async throws {
    let done = try await run(
      "codebuild-glob-search '*.no' 2>/dev/null; echo $?; codebuild-glob-search '*.no'")
    #expect(done.lines == ["0", "codebuild-glob-search: no file matches *.no"])
  }

  @Test func `codebuild-hash-files depends on the contents and on nothing else`() async throws {
    let first = try await run("codebuild-hash-files '**/*.txt'").lines
    #expect(first.first?.wholeMatch(of: #/[0-9a-f]{64}/#) != nil)
    #expect(
      try await run("touch -d yesterday a.txt; cd d; codebuild-hash-files '**/*.txt'").lines
        == first)
    #expect(try await run("echo x > a.txt; codebuild-hash-files '**/*.txt'").lines != first)
    #expect(try await run("codebuild-hash-files a.txt").lines != first)
  }

  @Test func `codebuild-hash-files makes keys of caches`() async throws {
    let build = try CacheBuild.make(
      "paths: [deps]\nkey: npm-$(codebuild-hash-files lock)", "mkdir -p deps; echo 1 > deps/a",
      files: ["lock": "1"])
    let done = try await build.run()
    guard case .saved(let key) = done.cacheSteps.last else {
      return #expect(Bool(false), "\(done.cacheSteps)")
    }
    #expect(key?.wholeMatch(of: #/npm-[0-9a-f]{64}/#) != nil)
  }

  @Test(arguments: [
    "codebuild-hash-files '*.no'", "codebuild-hash-files", "codebuild-hash-files --bad",
    "codebuild-hash-files ../x", "codebuild-glob-search /etc/*", "codebuild-glob-search",
    "codebuild-resume",
  ])
  func `what cannot be done fails with one line`(command: String) async throws {
    let done = try await run(command)
    #expect(done.status == .failed)
    #expect(done.lines.count == 1)
    let name = command.split(separator: " ").first ?? ""
    #expect(done.lines.first?.contains(name) == true)
  }

  @Test func `what a link outside leads to is not read`() async throws {
    #expect(
      try await run("ln -s /etc/hostname l; ln -s a.txt m; codebuild-glob-search '*'").lines
        == ["a.txt", "m"])
  }

  @Test func `a breakpoint is passed over where nobody watches`() async throws {
    let done = try await run("codebuild-breakpoint; echo on")
    #expect(
      done.lines == [
        "codebuild-breakpoint: passed over, since the build is not shown on a terminal", "on",
      ])
  }

  @Test func `a breakpoint waits for codebuild-resume`() async throws {
    var build = try TestBuild.commands("codebuild-breakpoint\necho on")
    build.pauses = true
    let folder = build.folder
    let done = try await build.run { event in
      guard case .output(let bytes) = event else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      guard
        let line = text.split(separator: "\n").first(where: { $0.hasSuffix("codebuild-resume") })
      else { return }
      let program = String(line.drop { $0 == " " })
      Task { _ = try await Tool.run(program, [], in: folder.path) }
    }
    #expect(done.lines.last == "on")
    #expect(done.output.contains("The build is paused in "))
  }

  @Test func `a paused build can be stopped`() async throws {
    var build = try TestBuild.commands("codebuild-breakpoint")
    build.pauses = true
    let stop = build.stop
    let done = try await build.run { event in
      if case .output = event { stop.request(.signal(2)) }
    }
    #expect(done.status == .stopped)
  }

  @Test func `the programs hide nothing of the same name`() async throws {
    let done = try await run(
      "mkdir bin; printf '#!/bin/sh\\necho mine' > bin/codebuild-resume; chmod 755 bin/*; "
        + "PATH=$PWD/bin:$PATH; codebuild-resume")
    #expect(done.lines == ["mine"])
  }
}
