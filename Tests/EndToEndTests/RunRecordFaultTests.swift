import TestSupport
import Testing

/// Killed tools, full disks, damaged files, secrets and crowds. One after the other, as they keep a
/// machine busy.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct RunRecordFaultTests {
  /// The tool that runs the command.
  private static let tool = "T=$(cut -d ' ' -f 4 /proc/$PPID/stat)"

  @Test func `fifty runs at once leave fifty records`() async throws {
    let project = try RecordProject("echo \"run $N.\"")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<50 {
        group.addTask {
          let run = try await project.tool("run", "-e", "N=\(number)")
          #expect(run.status == 0)
          #expect(run.remarks == [])
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(project.ids).count == 50)
    let list = try await project.tool("runs")
    #expect(list.output.split(separator: "\n").filter { $0.contains(" SUCCEEDED ") }.count == 50)
    var told: Set<String> = []
    for id in project.ids {
      let log = project.folder.text(".buildspec/runs/\(id)/build.log") ?? ""
      told.formUnion(log.split(separator: "\n").filter { $0.hasPrefix("run ") }.map(String.init))
    }
    #expect(told.count == 50)
    #expect(project.temporary.names() == [])
  }

  @Test func `a tool that is killed leaves a readable record, and the next run tidies up`()
    async throws
  {
    let project = try RecordProject(
      "echo before",
      "\(Self.tool)\nsleep 300 & echo $! > \"$OUT/left\"\necho in the midst\n"
        + "[ -e \"$OUT/killed\" ] || { : > \"$OUT/killed\"; kill -9 $T; sleep 300; }")
    let run = try await project.tool("run", "-e", "OUT=\(project.folder.path)")
    #expect(run.status == 137)
    let left = project.folder.text("left")?.split(separator: "\n").first.map(String.init) ?? ""
    #expect(ProcessProbe.isAlive(left))
    #expect(project.temporary.names().count == 1)
    let list = try await project.tool("runs")
    #expect(list.output.contains(" INTERRUPTED "))
    for format in ["codebuild", "json", "pretty"] {
      let logs = try await project.tool("logs", "--format", format)
      #expect(logs.status == 0)
      #expect(logs.output.contains("before"))
      #expect(
        logs.error.hasSuffix(
          "the run was cut off by the end of the tool; this is what it recorded\n"))
    }
    let killed = project.ids[0]
    let next = try await project.tool("run", "-e", "OUT=\(project.folder.path)")
    #expect(next.status == 0)
    #expect(project.temporary.names() == [], "the scratch folder of the killed run is gone")
    #expect(try await ProcessProbe.goes(left))
    let document = project.folder.text(".buildspec/runs/\(killed)/run.json") ?? ""
    #expect(document.contains("\"status\": \"INTERRUPTED\""))
    #expect(
      project.folder.names(".buildspec/runs/\(killed)") == [
        "build.log", "events.jsonl", "run.json",
      ])
    #expect(try await project.tool("runs").output.contains(" INTERRUPTED "))
  }

  @Test func `a run leaves the folders of others alone`() async throws {
    let project = try RecordProject(
      "[ -n \"${INNER-}\" ] || INNER=1 '\(Tool.path)' run -q -C \"$OUT\" -e OUT=$OUT -e INNER=1",
      "ls -d \"$CODEBUILD_SRC_DIR\"")
    for name in ["buildspec-notes", "buildspec-0123456789abcdef"] {
      try project.temporary.write("mine", to: "\(name)/file")
    }
    let run = try await project.tool("run", "-e", "OUT=\(project.folder.path)")
    #expect(run.status == 0)
    #expect(project.temporary.names() == ["buildspec-0123456789abcdef", "buildspec-notes"])
  }

  @Test func `a full disk ends the record and nothing else`() async throws {
    let project = try RecordProject("seq 400000", "echo last > \"$OUT/last\"")
    let script = """
      mkdir .buildspec && mount -t tmpfs -o size=1m none .buildspec || exit 77
      '\(Tool.path)' run -e OUT="$PWD" >o 2>e; echo $? >s
      '\(Tool.path)' runs >runs; '\(Tool.path)' logs >lo 2>le; echo $? >ls
      ls .buildspec/runs/2* >files
      umount .buildspec
      """
    let outcome = try await project.shell(script)
    if outcome.status == 77 {
      return withKnownIssue("a small file system cannot be mounted here", isIntermittent: true) {}
    }
    let folder = project.folder
    #expect(folder.text("s") == "0\n")
    #expect(folder.text("last") == "last\n")
    let errors = folder.text("e") ?? ""
    #expect(
      errors.hasPrefix("buildspec: notice: record: the record of this run is cut off: cannot write")
    )
    #expect(Tool.remarks(errors).count == 1)
    #expect(Tool.remarks(errors).last?.hasSuffix("No space left on device") == true)
    #expect(folder.text("runs")?.contains(" SUCCEEDED ") == true)
    #expect(folder.text("files") == "build.log\nevents.jsonl\nrun.json\n")
    #expect(folder.text("ls") == "0\n")
    #expect(folder.text("lo")?.contains("Running command seq 400000\n1\n2\n") == true)
    #expect(
      folder.text("le")?.hasSuffix("the record was cut off before the end of the run\n") == true)
  }

  @Test func `a place that cannot be written costs the record alone`() async throws {
    let project = try RecordProject("echo ran")
    try project.folder.write("in the way", to: ".buildspec")
    let run = try await project.tool("run")
    #expect(run.status == 0)
    #expect(run.output.contains("\nran\n"))
    #expect(run.error.hasPrefix("buildspec: notice: record: this run is not recorded: "))
    #expect(run.remarks.count == 1)
  }

  @Test func `no file of a record holds a secret`() async throws {
    let secret = "hunter22/+\"x"
    let project = try RecordProject(
      "echo \"$S\"; printf %s \"$S\" | base64; echo hunter22%2F%2B%22x",
      "for c in h u n t e r 2 2 / + '\"' x; do printf %s $c; done; echo",
      "E=\"$S\"; MYTOKEN=$(printf of-the; printf %s -run); false \"hunter22/+\\\"x\"",
      more: "artifacts: {files: ['hunter22/+\"x*', buildspec.yml], name: \"n-$S\"}\n"
        + "env: {exported-variables: [S, E, MYTOKEN]}\n")
    let run = try await project.tool(
      "run", "--secret", "S", "-a", "out", environment: ["S": secret])
    #expect(run.status == 1)
    let files = project.folder.files(".buildspec")
    #expect(files.count == 4)
    for name in files {
      let text = project.folder.text(".buildspec/\(name)") ?? ""
      for form in ["hunter22", "aHVudGVyMj", "of-the-run"] {
        #expect(!text.contains(form), "\(name)")
      }
    }
    #expect(project.text("events.jsonl").contains("***"))
    #expect(project.text("build.log").contains("***"))
  }

  @Test func `output past the limit is counted, and the end of a command is kept`() async throws {
    let project = try RecordProject("seq 100000", "seq 100000 300000; echo the end; exit 1")
    let run = try await project.tool("run", "--record-limit", "100kB", "--log", "codebuild")
    #expect(run.status == 1)
    let size = project.text("build.log").utf8.count
    #expect(size > 100_000 && size < 300_000)
    #expect(project.text("events.jsonl").utf8.count < 100_000)
    #expect(project.text("run.json").contains("\"truncated\": true"))
    #expect(project.text("run.json").contains("\"bytes\": 1988910,"))
    #expect(project.text("build.log").contains("bytes of output left out]\n"))
    let logs = try await project.tool("logs")
    #expect(logs.output.contains("\nthe end\n"))
    #expect(logs.error.contains("bytes of output are left out here, see --record-limit\n"))
    _ = try await project.tool("run", "--record-limit", "0")
    #expect(!project.text("build.log").contains("the end\n"))
    #expect(project.text("build.log").contains("[buildspec: 1400015 bytes of output left out]\n"))
  }

  @Test(arguments: [
    ": >run.json", "echo '{' >run.json", "echo '[]' >run.json",
    "echo '{\"schemaVersion\":9}' >run.json",
    "head -c 500 /dev/urandom >run.json", "sed -i 's/FAILED/LOST/' run.json",
    "printf '\\0' >run.json",
    "sed -i 's/\"startedAt\": \"2/\"startedAt\": \"x/' run.json",
  ])
  func `a damaged run.json is told in one line`(script: String) async throws {
    let project = try RecordProject("echo hi; exit 1")
    _ = try await project.tool("run")
    _ = try await project.tool("run")
    _ = try await project.shell("cd .buildspec/runs/\(project.ids[0]) && \(script)")
    let list = try await project.tool("runs")
    #expect(list.status == 3)
    #expect(list.output.split(separator: "\n").count == 2, "the other one is listed")
    #expect(
      list.error.hasPrefix(
        "buildspec: error: ./.buildspec/runs/\(project.ids[0])/run.json: not readable: "))
    #expect(list.error.split(separator: "\n").count == 1)
    let logs = try await project.tool("logs", project.ids[0])
    #expect(logs.status == 0)
    #expect(logs.output.contains("\nhi\n"))
    #expect(logs.remarks.count == 1)
    #expect(try await project.tool("run").status == 1)
    #expect(try await project.tool("runs", "prune", "--all").output.hasPrefix("removed 3 records"))
  }

  @Test(arguments: [
    ": >events.jsonl", "truncate -s -5 events.jsonl", "sed -i 1d events.jsonl",
    "echo x >>events.jsonl", "rm events.jsonl",
    "sed -i '3s/^{/[/' events.jsonl", "head -c 300 /dev/urandom >events.jsonl; echo >>events.jsonl",
    "sed -i 's/\"start\":[0-9]*,/\"start\":-1,/' events.jsonl", ": >build.log", "rm build.log",
    "sed -i 's/\"bytes\":3/\"bytes\":9999999999999/' events.jsonl",
    "sed -i 's/\"microseconds\":[0-9]*/\"microseconds\":-9223372036854775808/' events.jsonl",
    "sed -i 's/\"phase\":\"BUILD\"/\"phase\":7/' events.jsonl",
    "printf '{\"event\":\"header\",\"schemaVersion\":2,\"time\":\"2026-11-22T23:14:10.187527Z\"}\\n' >events.jsonl",
  ])
  func `damaged events are told in one line`(script: String) async throws {
    let project = try RecordProject("echo hi; exit 1")
    _ = try await project.tool("run")
    _ = try await project.shell("cd .buildspec/runs/\(project.ids[0]) && \(script)")
    for format in ["codebuild", "pretty"] {
      let logs = try await project.tool("logs", "--format", format)
      #expect(logs.status == 3, "\(logs)")
      #expect(logs.remarks.last?.hasPrefix("buildspec: error: ") == true)
      #expect(logs.remarks.count == 1, "\(logs.error)")
    }
  }
}
