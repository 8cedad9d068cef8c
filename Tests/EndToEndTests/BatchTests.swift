import TestSupport
import Testing

/// `batch` as a user meets it.
@Suite(.timeLimit(.minutes(5)))
struct BatchTests {
  private func run(
    _ folder: TemporaryDirectory, _ arguments: String...
  ) async throws -> Tool.Outcome {
    folder.createFolder("tmp")
    return try await Tool.runCleanly(["batch"] + arguments, in: folder)
  }

  private static let graph = """
    version: 0.2
    batch:
      build-graph:
        - identifier: compile
          env: {variables: {STEP: one}}
        - identifier: test
          buildspec: ci/test.yml
          depend-on: [compile]
        - identifier: publish
          depend-on: [test]
    phases:
      build:
        commands:
          - echo "$CODEBUILD_BATCH_BUILD_IDENTIFIER $STEP" | tee "$CODEBUILD_BATCH_BUILD_IDENTIFIER.txt"
          - echo "$CODEBUILD_BATCH_BUILD_IDENTIFIER" >> "$OUT/order"
    artifacts:
      files: ['*.txt']

    """
  private static let test = """
    version: 0.2
    env: {exported-variables: [RESULT]}
    phases:
      build:
        commands:
          - echo test >> "$OUT/order"
          - export RESULT=$CODEBUILD_BATCH_BUILD_IDENTIFIER-$TEST_STATUS
          - exit $TEST_STATUS

    """

  private func graph() throws -> TemporaryDirectory {
    try TemporaryDirectory(["buildspec.yml": Self.graph, "ci/test.yml": Self.test])
  }

  private func order(_ folder: TemporaryDirectory) -> [Substring] {
    folder.text("order")?.split(separator: "\n") ?? []
  }

  @Test func `builds run in the order of the graph, each with its own file and variables`()
    async throws
  {
    let folder = try graph()
    let outcome = try await run(
      folder, "-e", "OUT=\(folder.path)", "-e", "TEST_STATUS=0", "-a", "out", "--outputs", "o.json")
    #expect(outcome.status == 0)
    #expect(order(folder) == ["compile", "test", "publish"])
    #expect(outcome.output.contains("[compile] compile one\n"))
    #expect(folder.text("out/compile/compile.txt") == "compile one\n")
    #expect(folder.text("out/publish/publish.txt") == "publish \n")
    #expect(folder.text("o.json")?.contains("\"test\": {\n    \"RESULT\": \"test-0\"") == true)
  }

  @Test func `a failure keeps those behind it from running`() async throws {
    let folder = try graph()
    let outcome = try await run(folder, "-e", "OUT=\(folder.path)", "-e", "TEST_STATUS=3")
    #expect(outcome.status == 1)
    #expect(order(folder) == ["compile", "test"])
    #expect(outcome.output.contains("FAILED"))
  }

  @Test func `what failed is run again, with what waits for it`() async throws {
    let folder = try graph()
    let out = "OUT=\(folder.path)"
    #expect(try await run(folder, "--rerun-failed", "-e", out).status == 2)
    #expect(try await run(folder, "-e", out, "-e", "TEST_STATUS=1").status == 1)
    #expect(try await run(folder, "--rerun-failed", "-e", out, "-e", "TEST_STATUS=0").status == 0)
    #expect(order(folder) == ["compile", "test", "test", "publish"])
    // The second run has done the rest, so a third one has nothing to do.
    let nothing = try await run(folder, "--rerun-failed", "-e", out, "-e", "TEST_STATUS=0")
    #expect(nothing.status == 1)
    #expect(nothing.error.contains("no build of the batch is left to run"))
  }

  @Test func `builds are chosen by name`() async throws {
    func ran(_ arguments: String...) async throws -> [Substring] {
      let folder = try graph()
      folder.createFolder("tmp")
      let given = ["batch", "-e", "OUT=\(folder.path)", "-e", "TEST_STATUS=0"]
      #expect(try await Tool.runCleanly(given + arguments, in: folder).status == 0)
      return order(folder)
    }
    #expect(try await ran("--only", "test") == ["test"])
    #expect(try await ran("--only", "te*", "--needs") == ["compile", "test"])
    #expect(try await ran("--skip", "test") == ["compile", "publish"])
    let unknown = try await run(try graph(), "--only", "tset")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("did you mean test?"))
  }

  @Test func `logs and lists tell batches again`() async throws {
    let folder = try graph()
    let live = try await run(
      folder, "-e", "OUT=\(folder.path)", "-e", "TEST_STATUS=0", "--log-dir", "logs")
    #expect(live.status == 0)
    let log = try await Tool.run(["logs", "--build", "test"], in: folder.path)
    #expect(folder.text("logs/test.log")?.hasPrefix(log.output) == true)
    #expect(log.output.contains("Phase complete: BUILD State: SUCCEEDED"))
    let unknown = try await Tool.run(["logs", "--build", "tests"], in: folder.path)
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("did you mean test?"))
    let list = try await Tool.run(["runs", "--batches"], in: folder.path)
    #expect(list.output.contains("SUCCEEDED"))
    #expect(list.output.contains("3/3"))
    // The builds of a batch are no runs of their own.
    #expect(
      try await Tool.run(["runs", "--format", "json"], in: folder.path).output.contains("[]"))
    let cleaned = try await Tool.run(["clean"], in: folder.path)
    #expect(cleaned.output.contains("removed 1 record,"))
    #expect(folder.names(".buildspec") == [])
  }

  @Test func `what is wrong is told before anything runs`() async throws {
    let folder = try graph()
    func refused(_ files: [String: String], _ arguments: String...) async throws -> Tool.Outcome {
      let folder = try TemporaryDirectory(files)
      folder.createFolder("tmp")
      let outcome = try await Tool.runCleanly(
        ["batch", "-e", "OUT=\(folder.path)"] + arguments, in: folder)
      #expect(folder.text("order") == nil)
      return outcome
    }
    let missing = try await refused(["buildspec.yml": Self.graph])
    #expect(missing.status == 1)
    #expect(missing.error.contains("buildspec.yml:7:") && missing.error.contains("ci/test.yml"))
    let broken = try await refused([
      "buildspec.yml": Self.graph, "ci/test.yml": "version: 0.2\nphases: 7\n",
    ])
    #expect(broken.status == 1)
    #expect(broken.error.contains("ci/test.yml:2:9"))
    let outside = try await refused([
      "buildspec.yml": Self.graph.replacing("ci/test.yml", with: "../test.yml")
    ])
    #expect(outside.status == 1)
    #expect(outside.error.contains("in the source folder"))
    let cycle = try await refused([
      "buildspec.yml": Self.graph.replacing("depend-on: [compile]", with: "depend-on: [publish]"),
      "ci/test.yml": Self.test,
    ])
    #expect(cycle.status == 1)
    #expect(cycle.error.contains("test → publish → test"))
    let none = try await refused(["buildspec.yml": Self.test])
    #expect(none.status == 1)
    #expect(none.error.contains("it has no batch; `buildspec run`"))
    #expect(try await run(folder, "--in-place").status == 2)
    #expect(try await run(folder, "-j", "0").status == 2)
    #expect(try await run(folder, "--nodes", "3").status == 2)
    let many = try await refused(
      ["buildspec.yml": "version: 0.2\nbatch: {build-fanout: {parallelism: 2}}\nphases: {}\n"],
      "--nodes", "1000000000")
    #expect(many.error.contains("10000 builds at most"))
    #expect(try await run(folder, "--needs").status == 2)
    #expect(try await run(folder, "--combine-artifacts").status == 2)
  }

  @Test func `artifacts and reports of builds do not mix`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch:
        build-matrix:
          static: {ignore-failure: true}
          dynamic: {env: {variables: {OS: [linux, mac], FAIL: ['0', '1']}}}
      phases:
        build:
          commands: [mkdir results, echo "$OS$FAIL" > results/app.txt, echo "<x/>" > results/t.xml]
          finally: [exit $FAIL]
      artifacts:
        files: [results/app.txt]
        discard-paths: yes
        name: app
        secondary-artifacts: {docs: {files: ['results/*']}}
      reports: {unit: {files: ['results/*.xml']}}
      """
    ])
    let plain = try await run(folder, "-a", "out", "-r", "reports")
    #expect(plain.status == 0)
    #expect(folder.names("out").filter { $0.hasPrefix("mac_0") } == ["mac_0", "mac_0_docs"])
    #expect(folder.text("out/mac_0/app.txt") == "mac0\n")
    #expect(folder.names("reports/unit") == ["linux_0", "linux_1", "mac_0", "mac_1"])
    let zip = try await run(folder, "-a", "zips", "--packaging", "zip")
    #expect(zip.status == 0)
    #expect(folder.names("zips/mac_0") == ["app.zip"])
    let combined = try await run(folder, "-a", "all", "--combine-artifacts")
    #expect(combined.status == 0)
    #expect(folder.names("all") == ["linux_0", "mac_0"])
    let archive = try await run(
      folder, "-a", "one", "--packaging", "zip", "--combine-artifacts", "--only", "linux_*")
    #expect(archive.status == 0)
    #expect(folder.names("one") == ["artifacts.zip"])
    let failed = try await run(
      folder, "-a", "none", "--combine-artifacts", "--no-fast-fail", "--only", "mac_1")
    #expect(failed.status == 0)
    #expect(folder.names("none") == [])
  }

  @Test func `the first failure ends the others when the batch is to fail fast`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch:
        fast-fail: true
        build-list:
          - {identifier: slow, env: {variables: {RUN: 'touch "$OUT/started"; sleep 300'}}}
          - identifier: bad
            env: {variables: {RUN: 'until [ -e "$OUT/started" ]; do sleep 0.05; done; exit 4'}}
          - {identifier: late, env: {variables: {RUN: 'touch "$OUT/late"'}}}
      phases: {build: {commands: [eval "$RUN"]}}
      """
    ])
    let outcome = try await run(folder, "-j", "2", "-e", "OUT=\(folder.path)")
    #expect(outcome.status == 1)
    #expect(folder.text("late") == nil)
    #expect(outcome.output.contains("STOPPED"))
  }

  @Test func `Ctrl-C ends all builds and leaves nothing`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch: {build-fanout: {parallelism: 4}}
      phases:
        build:
          commands:
            - touch "$OUT/started-$BUILDSPEC_SHARD"
            - |
              if [ "$BUILDSPEC_SHARD" = 1 ]; then
                until [ -e "$OUT/started-2" ] && [ -e "$OUT/started-3" ]; do sleep 0.05; done
                kill -INT $(cut -d " " -f 4 /proc/$PPID/stat)
              fi
              sleep 300
      """
    ])
    let outcome = try await run(folder, "-j", "3", "-e", "OUT=\(folder.path)")
    #expect(outcome.status == 130)
    #expect(folder.text("started-4") == nil)
    let list = try await Tool.run(["runs", "--batches"], in: folder.path)
    #expect(list.output.contains("STOPPED"))
  }

  @Test func `secrets stay hidden in every build`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch: {build-fanout: {parallelism: 3}}
      env: {exported-variables: [TOKEN]}
      phases: {build: {commands: [echo "it is $TOKEN", exit 1]}}
      """
    ])
    let outcome = try await run(folder, "--secret", "TOKEN=hunter2hunter2", "--log-dir", "logs")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("it is ***"))
    let grep = try await Tool.run(
      "/usr/bin/grep", ["-rl", "hunter2hunter2", "."], in: folder.path)
    #expect(grep.output == "")
    #expect(!outcome.output.contains("hunter2hunter2"))
  }
}
