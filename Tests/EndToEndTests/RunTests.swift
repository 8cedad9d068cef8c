import TestSupport
import Testing

/// `run` and `plan` as a user meets them.
struct RunTests {
  private func project(_ commands: String..., more: String = "") throws -> TemporaryDirectory {
    let items = commands.map { "      - '\($0)'\n" }.joined()
    let folder = try TemporaryDirectory([
      "buildspec.yml": "version: 0.2\nphases:\n  build:\n    commands:\n\(items)\(more)"
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func run(
    _ folder: TemporaryDirectory, _ arguments: String..., environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Tool.Outcome {
    try await Tool.runCleanly(arguments, in: folder, environment: environment, input: input)
  }

  @Test func `a build that succeeds exits with 0`() async throws {
    let outcome = try await run(try project("echo hi"), "run")
    #expect(outcome.status == 0)
    #expect(
      outcome.error == "buildspec: parity: all 2 keys of the buildspec count as in CodeBuild\n")
    #expect(outcome.output.contains("Running command echo hi\nhi\n\n[Container] "))
  }

  @Test func `a build that fails exits with 1, or as its command if asked`() async throws {
    let folder = try project("exit 7")
    #expect(try await run(folder, "run").status == 1)
    #expect(try await run(folder, "run", "--exit-with-command").status == 7)
  }

  @Test func `the phases run in order, finally included`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      phases:
        post_build: {commands: [echo post_build >> "$LOG"], finally: [echo f4 >> "$LOG"]}
        build: {commands: [echo build >> "$LOG", "false"], finally: [echo f3 >> "$LOG"]}
        pre_build: {commands: [echo pre_build >> "$LOG"], finally: [echo f2 >> "$LOG"]}
        install: {commands: [echo install >> "$LOG"], finally: [echo f1 >> "$LOG"]}
      """
    ])
    folder.createFolder("tmp")
    #expect(try await run(folder, "run", "-q", "-e", "LOG=\(folder.file("log"))").status == 1)
    #expect(
      folder.text("log")?.split(separator: "\n") == [
        "install", "f1", "pre_build", "f2", "build", "f3", "post_build", "f4",
      ])
  }

  @Test func `a file that CodeBuild rejects fails in DOWNLOAD_SOURCE`() async throws {
    let folder = try project("a", more: "  postbuild:\n    commands: [b]\n")
    let outcome = try await run(folder, "run")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains(
        "Phase context status code: YAML_FILE_ERROR Message: Invalid buildspec phase name: POSTBUILD."
      ))
    #expect(outcome.error.contains("buildspec.yml:6:3: "))
    #expect(!outcome.output.contains("Entering phase"))
  }

  @Test func `a part of the wrong kind is not passed over`() async throws {
    let folder = try project("a", more: "  pre_build:\n    commands: {a: b}\n")
    let outcome = try await run(folder, "run")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("BS201"))
  }

  @Test func `JSON Lines are alone on standard output`() async throws {
    let outcome = try await run(try project("echo hi", "exit 3"), "run", "--log", "json")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("{\"event\":\"") && $0.hasSuffix("}") })
    #expect(lines.last?.contains("\"status\":\"FAILED\"") == true)
    #expect(outcome.output.contains("\"text\":\"hi\\n\""))
  }

  @Test func `variables come from flags, the environment and files`() async throws {
    let folder = try project("echo $A-$B-$C-$D")
    try folder.write("# mine\nexport C=\"file\"\nA=lost\n", to: "vars.env")
    let outcome = try await run(
      folder, "run", "-e", "A=flag", "-e", "B", "--env-file", "vars.env",
      environment: ["B": "mine", "D": "inherited"])
    #expect(outcome.output.contains("\nflag-mine-file-inherited\n"))
  }

  @Test func `a bad line of an environment file is named`() async throws {
    let folder = try project("true")
    try folder.write("A=1\noops\n", to: "vars.env")
    let outcome = try await run(folder, "run", "--env-file", "vars.env")
    #expect(outcome.status == 2)
    #expect(outcome.error == "buildspec: error: vars.env:2: expected KEY=VALUE\n")
  }

  @Test func `the buildspec may come from standard input`() async throws {
    let folder = try project("echo file")
    let text = "version: 0.2\nphases: {build: {commands: [echo piped]}}\n"
    let outcome = try await run(folder, "run", "-", input: text)
    #expect(outcome.output.contains("\npiped\n"))
  }

  @Test func `-C names the source folder and the buildspec in it`() async throws {
    let folder = try TemporaryDirectory([
      "sub/ci/build.yml": "version: 0.2\nphases: {build: {commands: [ls]}}\n", "sub/a": "a",
    ])
    folder.createFolder("tmp")
    for flag in ["-f", "-b", "--file"] {
      let outcome = try await run(folder, "run", "-C", "sub", flag, "ci/build.yml")
      #expect(outcome.output.contains("\na\nci\n"))
      #expect(outcome.output.contains("YAML location is sub/ci/build.yml"))
    }
  }

  @Test func `artifacts are written to the folder named`() async throws {
    let folder = try project(
      "mkdir o; echo 1 > o/x", more: "artifacts: {base-directory: o, files: [\"**/*\"]}\n")
    let outcome = try await run(folder, "run", "-a", "out/deep")
    #expect(outcome.status == 0)
    #expect(folder.files("out") == ["deep/x"])
  }

  @Test func `a dry run prints the plan and runs nothing`() async throws {
    let folder = try project("touch \"$LOG\"")
    let outcome = try await run(folder, "run", "-n", "-e", "LOG=\(folder.file("log"))")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("BUILD\n  $ touch \"$LOG\"  buildspec.yml:5:9\n"))
    #expect(folder.text("log") == nil)
  }

  @Test func `plan masks secrets in both formats`() async throws {
    let folder = try project("true")
    for format in ["text", "json"] {
      let outcome = try await run(
        folder, "plan", "--format", format, "-e", "API_TOKEN=hush", "-e", "A=shown")
      #expect(outcome.status == 0)
      #expect(!outcome.output.contains("hush"))
      #expect(outcome.output.contains("shown"))
    }
  }

  @Test func `a build that takes too long exits with 4`() async throws {
    let outcome = try await run(try project("sleep 300"), "run", "--timeout", "1s")
    #expect(outcome.status == 4)
    #expect(outcome.output.contains("State: TIMED_OUT"))
  }

  @Test func `a scratch folder that cannot be made is a fault`() async throws {
    let outcome = try await run(
      try project("true"), "run", environment: ["TMPDIR": "/nonexistent"])
    #expect(outcome.status == 3)
    #expect(outcome.error.hasPrefix("buildspec: error: "))
  }

  @Test func `a reader that goes away ends the build quietly`() async throws {
    let folder = try project("while :; do echo line; done")
    let outcome = try await Tool.run(
      "/bin/sh",
      ["-c", "{ \"$0\" run; echo $? > status; } | head -n 40 | tail -n 1", Tool.path],
      in: folder.path, environment: ["TMPDIR": folder.file("tmp")])
    #expect(outcome.output == "line\n")
    #expect(outcome.error == "")
    #expect(folder.text("status") == "141\n")
    #expect(folder.names("tmp") == [])
  }
}
