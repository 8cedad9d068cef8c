import TestSupport
import Testing

/// `--source` of `run` and `plan` on this machine.
struct SecondarySourceTests {
  private func project(_ command: String) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory([
      "main/buildspec.yml": "version: 0.2\nphases: {build: {commands: ['\(command)']}}\n",
      "main/a": "primary\n", "lib/b": "secondary\n",
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func run(
    _ folder: TemporaryDirectory, _ arguments: String...
  ) async throws -> Tool.Outcome {
    try await Tool.run(
      arguments, in: folder.file("main"), environment: ["TMPDIR": folder.file("tmp")])
  }

  @Test(arguments: [[], ["--in-place"]])
  func `a secondary source is copied to a folder of its own`(more: [String]) async throws {
    let folder = try project(
      "cat a \"$CODEBUILD_SRC_DIR_lib_1/b\"; cd \"$CODEBUILD_SRC_DIR_lib_1\"; ls; rm b")
    let outcome = try await Tool.run(
      ["run", "--log", "codebuild", "--source", "lib_1=../lib"] + more, in: folder.file("main"),
      environment: ["TMPDIR": folder.file("tmp")])
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("primary\nsecondary\nb\n"))
    #expect(folder.text("lib/b") == "secondary\n")
    #expect(folder.names("tmp") == [])
  }

  @Test func `git tells of it, and ignored files stay behind`() async throws {
    let folder = try project("ls $CODEBUILD_SRC_DIR_lib; echo $CODEBUILD_SOURCE_VERSION_lib")
    let git = """
      echo c > ignored; echo ignored > .gitignore; git init -q -b trunk .; git add b
      git -c user.name=n -c user.email=e@example.com commit -qm m
      """
    #expect(try await Tool.run("/bin/sh", ["-c", git], in: folder.file("lib")).status == 0)
    let outcome = try await run(folder, "run", "--log", "codebuild", "--source", "lib=../lib")
    #expect(outcome.output.contains("b\ntrunk\n"))
  }

  @Test func `the plan shows it`() async throws {
    let text = try await run(try project("true"), "plan", "--source", "lib=../lib").output
    #expect(text.contains("lib=../lib (copied)"))
    #expect(text.contains("CODEBUILD_SRC_DIR_lib"))
    let json = try await run(
      try project("true"), "plan", "--format", "json", "--source", "lib=../lib"
    ).output
    #expect(json.contains(#""identifier": "lib""#))
  }

  @Test(arguments: ["lib", "lib=", "=../lib", "a-b=../lib", "lib=../none", "lib=buildspec.yml"])
  func `what is no source is refused`(text: String) async throws {
    let outcome = try await run(try project("true"), "run", "--source", text)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("--source \(text)"))
  }

  @Test func `an identifier counts once`() async throws {
    let outcome = try await run(
      try project("true"), "run", "--source", "l=../lib", "--source", "l=../lib")
    #expect(outcome.status == 2)
  }
}
