import BuildExecution
import BuildPlanning
import Commands
import SystemPackage
import TestSupport
import Testing

/// Where the build's source comes from.
struct SourceTests {
  private func git(_ build: TestBuild, _ commands: String) async throws {
    var host = Host.live()
    host.environment = build.environment
    let script =
      "git config --global user.email a@b.c; git config --global user.name n; "
      + "git config --global init.defaultBranch main; set -e; \(commands)"
    let captured = try await host.processes.capture(
      ProcessRequest(
        program: "sh", arguments: ["-c", script], environment: host.environment,
        folder: build.project))
    #expect(captured.end == .exited(0))
  }

  private func inspect(_ build: TestBuild, _ folder: FilePath) async -> SourceInspector.Inspected {
    var host = Host.live()
    host.environment = build.environment
    return await SourceInspector(host: host).inspect(folder, named: ".")
  }

  @Test func `without git all files are copied, with bits, times and links`() async throws {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['ls -A', './x', 'stat -c %Y x', 'readlink l']}}",
      files: ["a": "a", ".hidden": "h", "dir/b": "b"])
    try build.folder.write("#!/bin/sh\necho ran\n", to: "project/x")
    build.folder.makeExecutable("project/x")
    build.folder.link("project/l", to: "nowhere")
    let touch = try TestBuild.commands("touch -d @1000000000 \(build.project.string)/x")
    _ = try await touch.run()
    let done = try await build.run()
    #expect(done.lines == [".hidden", "a", "dir", "l", "x", "ran", "1000000000", "nowhere"])
  }

  @Test func `the user's source stays as it is`() async throws {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['echo new > a; rm b; touch c']}}",
      files: ["a": "a", "b": "b"])
    _ = try await build.run()
    #expect(build.folder.files("project") == ["a", "b"])
    #expect(build.folder.text("project/a") == "a")
  }

  @Test func `in place the source itself is used`() async throws {
    var build = try TestBuild("version: 0.2\nphases: {build: {commands: ['touch c; pwd']}}")
    build.request.isInPlace = true
    let done = try await build.run()
    #expect(build.folder.files("project") == ["c"])
    #expect(done.lines == [build.project.string])
  }

  @Test func `a file in conflict is copied once`() async throws {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['grep -c \"^[<=>]\" a']}}", files: ["a": "1\n"])
    try await git(
      build,
      """
      git init -q; git add .; git commit -qm one
      git checkout -q -b other; echo 2 > a; git commit -qam two
      git checkout -q main; echo 3 > a; git commit -qam three
      ! git merge -q other
      """)
    let done = try await build.run()
    #expect(done.lines == ["3"])
  }

  @Test func `in git, tracked and untracked files are copied, ignored and deleted ones not`()
    async throws
  {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['ls -A', 'git status --porcelain', 'git log --format=%s']}}",
      files: ["a": "1", "gone": "1", ".gitignore": "ignored\n", "ignored": "1", "ä ü": "1"])
    try await git(
      build, "git init -q . && git add -A && git commit -qm first && rm gone && echo 2 > new")
    let inspected = await inspect(build, build.project)
    let done = try await build.run(checkout: inspected.checkout)
    #expect(
      done.lines == [".git", ".gitignore", "a", "new", "ä ü", " D gone", "?? new", "first"])
  }

  @Test func `a build cannot reach the repository it was copied from`() async throws {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['git commit -q --allow-empty -m evil', 'git log --format=%s']}}",
      files: ["a": "1"])
    try await git(build, "git init -q . && git add -A && git commit -qm first")
    let done = try await build.run(checkout: await inspect(build, build.project).checkout)
    #expect(done.lines == ["evil", "first"])
    try await git(build, "test $(git rev-list --count HEAD) = 1")
  }

  @Test func `a linked work tree becomes a repository of its own`() async throws {
    var build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['git commit -q --allow-empty -m evil', 'git log --format=%s', 'git branch --show-current', 'ls .git/worktrees || true']}}",
      files: ["a": "1"])
    try await git(
      build,
      "git init -q ../main && cd ../main && git commit -qm first --allow-empty && rm -rf ../project && git worktree add -q ../project -b side && cd ../project && git commit -qm second --allow-empty"
    )
    build.request.isInPlace = false
    let inspected = await inspect(build, build.project)
    let done = try await build.run(checkout: inspected.checkout)
    #expect(done.lines.prefix(4) == ["evil", "second", "first", "side"])
    #expect(inspected.facts.branch == "side")
    try await git(build, "test $(git rev-list --count side) = 2")
  }

  @Test func `a folder inside a repository is built without git, and that is told`() async throws {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['ls -A']}}", files: ["sub/a": "1", "other": "1"])
    try await git(build, "git init -q . && git add -A && git commit -qm first")
    var inner = build
    let sub = build.project.appending("sub")
    let inspected = await inspect(build, sub)
    inner.request.isInPlace = false
    var host = Host.live()
    host.environment = build.environment
    let recorder = EventRecorder()
    let runner = Runner(
      host: host, engine: HostEngine(host: host),
      events: EventStream(clock: host.clock, sink: recorder.sink()), stop: StopControl())
    let result = try await runner.run(
      RunJob(plan: inner.plan(), source: sub, checkout: inspected.checkout, artifacts: nil))
    let done = FinishedBuild(result: result, events: recorder.all)
    #expect(done.lines == ["a"])
    #expect(done.notices.contains { $0.contains("git does not work in its copy") })
  }

  @Test func `facts come from git and nothing is made up`() async throws {
    let build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: [\"true\"]}}", files: ["a": "1"])
    #expect(await inspect(build, build.project).facts == SourceFacts(directory: "."))
    try await git(build, "git init -q .")
    let unborn = await inspect(build, build.project).facts
    #expect(unborn.commit == nil)
    #expect(unborn.branch == "main")
    try await git(
      build,
      "git add -A && git commit -qm x && git remote add origin https://u:secret@host/o/r.git")
    let facts = await inspect(build, build.project).facts
    #expect(facts.commit?.count == 40)
    #expect(facts.repositoryURL == "https://host/o/r.git")
    try await git(build, "git checkout -q --detach")
    #expect(await inspect(build, build.project).facts.branch == nil)
  }

  @Test func `a hook's variables do not lead the build to the user's repository`() async throws {
    var build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['echo .$GIT_DIR$GIT_INDEX_FILE.']}}")
    build.environment["GIT_DIR"] = "/somewhere"
    build.environment["GIT_INDEX_FILE"] = "/somewhere/index"
    #expect(try await build.run().lines == [".."])
  }

  @Test func `artifacts of an earlier build are no source`() async throws {
    var build = try TestBuild(
      "version: 0.2\nphases: {build: {commands: ['ls']}}\nartifacts: {files: ['**/*']}",
      files: ["a": "1", "out/old": "1"])
    build.request.artifactsFolder = "project/out"
    #expect(try await build.run().lines == ["a"])
    #expect(build.folder.files("project/out") == ["a", "old"])
  }
}
