import TestSupport
import Testing

/// The records of runs, and what `runs` and `logs` make of them.
@Suite(.timeLimit(.minutes(5)))
struct RunRecordTests {
  private static let rich = """
    artifacts: {files: ['*.yml', gone.txt], name: "n-$A"}
    reports: {unit: {files: ['*.yml']}}
    cache: {paths: [deps]}
    env: {exported-variables: [A, S], parameter-store: {P: /p}}

    """

  private static let commands = [
    "A=1; printf 'no end of line'", "printf '\\377\\376 not UTF-8\\n'; echo $S",
    "printf '\\303'; sleep 0.05; printf '\\244 cut\\n'; seq 30000", "exit 126",
  ]

  private func project() throws -> RecordProject {
    try RecordProject(
      Self.commands[0], Self.commands[1], Self.commands[2], Self.commands[3],
      more: "    finally: [echo finally]\n  post_build: {commands: [echo after]}\n" + Self.rich)
  }

  @Test(arguments: ["codebuild", "json", "pretty", "quiet"])
  func `logs prints what run printed, to the byte`(format: String) async throws {
    let project = try project()
    let words = "run --log \(format) --secret S=hunter22 -e P=p -a out -r reports"
    _ = try await project.shell(
      "'\(Tool.path)' \(words) >o 2>e; echo $? >s; '\(Tool.path)' logs --format \(format) >lo 2>le")
    #expect(project.folder.text("s") == "1\n")
    // Notices are events there.
    #expect(project.folder.text("e")?.isEmpty == (format == "json"))
    let same = try await project.shell("cmp o lo && cmp e le")
    #expect(same.status == 0, "\(same.output)")
    #expect(try await project.tool("logs").output.contains("no end of line\n"))
  }

  @Test func `a build that begins again is told again`() async throws {
    let project = try RecordProject(
      "echo again; exit 3", more: "    on-failure: RETRY-1\n  pre_build: {commands: [echo b]}\n")
    for format in ["pretty", "codebuild", "json"] {
      let run = try await project.tool("run", "--log", format)
      let logs = try await project.tool("logs", "--format", format)
      #expect(run.error.contains("retry 1 of 1") || format == "json")
      #expect(logs.output == run.output)
      #expect(logs.error == run.error)
    }
  }

  @Test func `run.json tells of the run, without values`() async throws {
    let project = try project()
    _ = try await project.tool("run", "--secret", "S=hunter22", "-e", "P=p", "-a", "out")
    let text = project.text("run.json")
    for part in [
      "\"schemaVersion\": 1", "\"status\": \"FAILED\"", "\"exitStatus\": 1",
      "\"exportedVariables\": [\n    \"A\",\n    \"S\"\n  ]", "\"buildspec\": \"buildspec.yml\"",
      "\"engine\": \"host\"", "\"shell\": \"sh\"", "\"phase\": \"POST_BUILD\"",
      "\"folder\": \"\(project.folder.file("out"))\"", "\"text\": \"exit 126\"",
      "\"truncated\": false", "\"recordProblem\": null", "\"id\": \"\(project.ids.last ?? "")\"",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(
      project.folder.names(".buildspec/runs/\(project.ids.last ?? "")")
        == ["build.log", "events.jsonl", "run.json"])
    let log = project.text("build.log")
    #expect(log.hasPrefix("[Container] 20") && log.contains("Running command exit 126\n"))
    #expect(
      project.text("events.jsonl").hasPrefix("{\"event\":\"header\",\"schemaVersion\":1,\"time\":"))
  }

  @Test func `runs lists them, the newest first`() async throws {
    let project = try RecordProject("exit $X")
    #expect(try await project.tool("run", "-e", "X=0").status == 0)
    #expect(try await project.tool("run", "-e", "X=1").status == 1)
    let list = try await project.tool("runs")
    let rows = list.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows[0] == ["ID", "STATUS", "STARTED", "TIME", "VERSION", "BUILDSPEC"])
    #expect(rows.dropFirst().map { $0[0] } == project.ids.reversed())
    #expect(rows.dropFirst().map { $0[1] } == ["FAILED", "SUCCEEDED"])
    let json = try await project.tool("runs", "ls", "--format", "json")
    #expect(json.output.contains("\"exitStatus\": 1,"))
    #expect(json.output.hasSuffix("  \"schemaVersion\": 1\n}\n"))
  }

  @Test func `the commit is told`() async throws {
    let project = try RecordProject("true")
    let commit = try await project.shell(
      "git init -q && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m a "
        + "&& git rev-parse HEAD")
    _ = try await project.tool("run")
    let list = try await project.tool("runs")
    #expect(list.output.contains(" \(commit.output.prefix(12)) "))
    let status = try await project.shell("git status --short")
    #expect(status.output == "?? buildspec.yml\n")
  }

  @Test func `a run that goes on is told so`() async throws {
    let project = try RecordProject("'\(Tool.path)' runs -C \"$P\"; '\(Tool.path)' logs -C \"$P\"")
    let run = try await project.tool("run", "-e", "P=\(project.folder.path)")
    #expect(run.output.contains(" IN_PROGRESS "))
    #expect(run.output.contains("the run goes on; this is what it has recorded"))
    #expect(try await project.tool("runs").output.contains(" SUCCEEDED "))
  }

  @Test func `a begin of an id is enough where it is the only one`() async throws {
    let project = try RecordProject("echo \"is $X.\"")
    for value in ["a", "b"] { _ = try await project.tool("run", "-e", "X=\(value)") }
    let first = project.ids[0]
    for name in [first, String(first.dropLast(3)), String(first.suffix(6))] {
      #expect(try await project.tool("logs", name).output.contains("is a."))
    }
    #expect(try await project.tool("logs").output.contains("is b."))
    let both = try await project.tool("logs", "20")
    #expect(both.status == 2)
    #expect(both.error == "buildspec: error: 20: 2 runs begin like this; write more of the id\n")
    let none = try await project.tool("logs", "../..")
    #expect(none.status == 2)
    #expect(none.error == "buildspec: error: ../..: no such run; `buildspec runs` lists them\n")
  }

  @Test func `what runs nothing, and --no-record, leave nothing`() async throws {
    let project = try RecordProject("true")
    for arguments in [["plan"], ["run", "-n"], ["run", "--no-record"], ["runs"]] {
      let outcome = try await Tool.run(arguments, in: project.folder.path)
      #expect(outcome.status == 0)
      #expect(outcome.remarks == [])
    }
    #expect(!project.folder.names().contains(".buildspec"))
    let logs = try await project.tool("logs")
    #expect(logs.status == 2)
    #expect(logs.error == "buildspec: error: there is no run yet; `buildspec run` makes one\n")
  }

  @Test(arguments: ["codebuild", "pretty"])
  func `a buildspec that is refused leaves a record`(format: String) async throws {
    let project = try RecordProject("a", more: "  postbuild:\n    commands: [b]\n")
    let run = try await project.tool("run", "--log", format)
    #expect(run.status == 1)
    #expect(try await project.tool("runs").output.contains(" FAILED "))
    let logs = try await project.tool("logs", "--format", "codebuild")
    #expect(
      logs.output.contains("YAML_FILE_ERROR Message: Invalid buildspec phase name: POSTBUILD"))
    #expect(format == "pretty" || logs.output == run.output)
  }

  @Test func `what the tool itself cannot do is told with its reason`() async throws {
    let project = try RecordProject("true")
    let run = try await project.tool("run", "-i", "shop:1", environment: ["PATH": "/nonexistent"])
    #expect(run.status == 3)
    #expect(try await project.tool("runs").output.contains(" FAULT "))
    #expect(
      project.text("run.json").contains("\"exitStatus\": 3,\n  \"reason\": \"cannot start docker"))
    #expect(project.text("run.json").contains("\"image\": \"shop:1\""))
  }

  @Test func `records are no part of the source or of artifacts`() async throws {
    let project = try RecordProject(
      "ls -A; ls .buildspec || true", more: "artifacts: {files: ['**/*']}\n")
    for flags in [["--in-place"], ["-q"]] {
      let run = try await Tool.run(
        ["run", "-a", "out"] + flags, in: project.folder.path,
        environment: ["TMPDIR": project.temporary.path])
      #expect(run.status == 0)
      #expect(!project.folder.files("out").contains { $0.contains(".buildspec") })
    }
    #expect(!(try await project.tool("logs").output.contains("\n.buildspec\n")))
    #expect(project.ids.count == 2)
  }

  @Test func `the last fifty stay, and prune takes more`() async throws {
    let project = try RecordProject("true")
    _ = try await project.tool("run")
    let script = """
      cd .buildspec/runs; first=$(ls)
      for n in $(seq 10 70); do cp -r $first 20200101-000000-0$n-aaaaaa; done
      mkdir 20200101-000000-000-ffffff notes
      touch -d '2 minutes ago' 20200101-000000-000-ffffff
      """
    #expect(try await project.shell(script).status == 0)
    _ = try await project.tool("run")
    #expect(project.ids.filter { $0 != "notes" }.count == 50)
    #expect(!project.ids.contains("20200101-000000-010-aaaaaa"))
    let dry = try await project.tool("runs", "prune", "--older-than", "1d", "-n")
    #expect(dry.output.hasPrefix("would remove 48 records, "), "\(dry.output)")
    let pruned = try await project.tool("runs", "prune", "--keep", "3")
    #expect(pruned.output.hasPrefix("removed 47 records, "), "\(pruned.output)")
    _ = try await project.tool("runs", "prune", "--older-than", "1d")
    #expect(project.ids.count == 3)
    #expect(try await project.tool("runs", "prune", "--all").output.hasPrefix("removed 2 records"))
    #expect(project.ids == ["notes"])
    let bare = try await project.tool("runs", "prune")
    #expect(bare.status == 2)
    #expect(bare.error.contains("--keep, --older-than or --all"))
  }

  @Test func `a reader that goes away ends logs`() async throws {
    let project = try RecordProject("seq 200000")
    _ = try await project.tool("run", "-q")
    let head = try await project.shell("'\(Tool.path)' logs | head -n 1")
    #expect(head.output.hasPrefix("[Container] "))
    #expect(head.error == "")
  }

  @Test func `clean removes all but what is the user's or goes on`() async throws {
    let project = try RecordProject(
      "mkdir -p deps; echo a > deps/a; [ -z \"${P-}\" ] || '\(Tool.path)' clean -C \"$P\"",
      more: "cache: {paths: [deps]}\n")
    _ = try await project.tool("run", "-q")
    let inner = try await project.tool("run", "-e", "P=\(project.folder.path)")
    #expect(inner.output.contains("\nremoved 1 record, 1 archive, "))
    #expect(project.ids.count == 1, "the run that has called it")
    try project.folder.write("mine", to: ".buildspec/notes")
    #expect(try await project.tool("clean").output.hasPrefix("removed 1 record, "))
    #expect(project.folder.names(".buildspec").contains("notes"))
    _ = try await project.shell("rm .buildspec/notes")
    #expect(try await project.tool("clean").output == "removed 0 records, 0 archives, 0 B\n")
    #expect(project.folder.names() == ["buildspec.yml"])
  }
}
