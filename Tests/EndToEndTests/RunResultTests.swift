import TestSupport
import Testing

/// What `run` leaves behind, by its flags.
struct RunResultTests {
  private func project() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      phases:
        build:
          commands:
            - mkdir -p o; echo 1 > o/a.xml; ln -s a.xml o/l
            - codebuild-hash-files buildspec.yml && codebuild-glob-search 'o/*'
            - codebuild-breakpoint
      artifacts: {base-directory: o, files: ['**/*'], name: web-$CODEBUILD_BUILD_NUMBER}
      reports: {unit: {base-directory: o, files: ['*.xml']}}
      """
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func run(_ folder: TemporaryDirectory, _ arguments: String...) async throws
    -> Tool.Outcome
  {
    try await Tool.runCleanly(arguments, in: folder)
  }

  @Test func `flags name where artifacts and reports go`() async throws {
    let folder = try project()
    let outcome = try await run(
      folder, "run", "-a", "out", "--packaging", "zip", "-r", "kept", "--log", "pretty")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(folder.files("out") == ["web-1.zip"])
    #expect(folder.files("kept") == ["unit/a.xml"])
    #expect(
      outcome.output.contains("artifacts as web-1: 2 files in \(folder.file("out/web-1.zip"))\n"))
    #expect(
      outcome.output.contains("report unit (JUNITXML): 1 file in \(folder.file("kept/unit"))\n"))
  }

  @Test func `the programs of the service are on PATH`() async throws {
    let outcome = try await run(try project(), "run")
    #expect(outcome.output.contains(#/\n[0-9a-f]{64}\no/a\.xml\no/l\n/#))
    #expect(outcome.output.contains("codebuild-breakpoint: passed over"))
  }

  @Test func `the plan shows where they go`() async throws {
    let outcome = try await run(
      try project(), "plan", "-a", "s3://bucket/x", "--packaging", "zip", "-r", "kept")
    // There is no aws on this PATH, or there is; a plan that cannot be carried out is told.
    #expect(
      outcome.output.contains("s3://bucket/x, as a ZIP archive")
        || outcome.error.contains("there is no aws on PATH"))
    let local = try await run(try project(), "plan", "-a", "out", "--packaging", "zip")
    #expect(local.output.contains("out, as a ZIP archive"))
  }

  @Test(arguments: [
    ["--packaging", "tar"], ["--namespace", "x"], ["-r", "buildspec.yml"], ["-r", ""],
    ["--cache", "s3:/x"], ["-a", "s3://"],
  ])
  func `wrong values are refused before anything runs`(flags: [String]) async throws {
    let folder = try project()
    let outcome = try await Tool.run(
      ["run"] + flags, in: folder.path, environment: ["TMPDIR": folder.file("tmp")])
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.split(separator: "\n").count == 1)
  }
}
