import TestSupport
import Testing

/// `run` and `plan` with `--project`.
struct RunProjectTests {
  private func folder(_ source: String, more: String = "") throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory([
      "project.json": """
      {"projects": [{"name": "shop", "source": \(source), "timeoutInMinutes": 7,
        "artifacts": {"type": "S3", "overrideArtifactName": true}, "cache": {"type": "S3"},
        "environment": {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0",
          "computeType": "BUILD_GENERAL1_SMALL", "privilegedMode": true, "environmentVariables": [
          {"name": "A", "value": "project", "type": "PLAINTEXT"},
          {"name": "B", "value": "project"}, {"name": "CODEBUILD_X", "value": "x"},
          {"name": "S", "value": "shop/db:key", "type": "SECRETS_MANAGER"}]}\(more)}]}
      """,
      "buildspec.yml": Self.buildspec("usual"), "ci/build.yml": Self.buildspec("own"),
    ])
    folder.createFolder("tmp")
    return folder
  }

  private static func buildspec(_ name: String) -> String {
    """
    version: 0.2
    env: {variables: {A: spec, B: spec, C: spec}}
    phases: {build: {commands: ['echo "\(name) $A $B $C $CODEBUILD_X. $S"']}}

    """
  }

  private func run(_ folder: TemporaryDirectory, _ arguments: String...) async throws
    -> Tool.Outcome
  {
    try await Tool.run(
      arguments + ["--project", "project.json"], in: folder.path,
      environment: ["TMPDIR": folder.file("tmp")])
  }

  @Test func `the project comes over the buildspec, and flags over both`() async throws {
    let outcome = try await run(
      try folder(#"{"type": "NO_SOURCE"}"#), "run", "-e", "B=flag", "--secret", "S=hunter22")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("\nusual project flag spec . ***\n"))
  }

  @Test func `the buildspec of the project is taken, unless another one is named`() async throws {
    let path = try folder(#"{"type": "GITHUB", "buildspec": "ci/build.yml"}"#)
    #expect(try await run(path, "run", "--secret", "S=s").output.contains("\nown project"))
    let named = try await run(path, "run", "buildspec.yml", "--secret", "S=s")
    #expect(named.output.contains("\nusual project"))
    let inline = try folder(
      #"{"type": "NO_SOURCE", "buildspec": "version: 0.2\nphases:\n  build:\n    commands: [echo inline $A]\n"}"#
    )
    #expect(try await run(inline, "run", "--secret", "S=s").output.contains("\ninline project\n"))
  }

  @Test func `plan shows what the project brings`() async throws {
    let folder = try folder(#"{"type": "NO_SOURCE"}"#)
    let text = try await run(folder, "plan")
    #expect(text.status == 0)
    #expect(text.output.contains("timeout  420 s"))
    #expect(text.output.contains("S  secrets-manager  shop/db:key  (project)"))
    let json = try await run(folder, "plan", "--format", "json", "--timeout", "1h")
    #expect(json.output.contains("\"timeoutSeconds\": 3600"))
    for part in [
      "\"image\": \"aws/codebuild/standard:7.0\"", "\"computeType\": \"BUILD_GENERAL1_SMALL\"",
      "\"privileged\": true", "\"keepsCache\": true", "\"artifactsType\": \"S3\"",
    ] {
      #expect(json.output.contains(part), "\(part)")
    }
  }

  @Test func `a file without a project is refused`() async throws {
    let folder = try TemporaryDirectory([
      "project.json": "{}", "buildspec.yml": Self.buildspec("x"),
    ])
    let outcome = try await run(folder, "run")
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("buildspec: error: project.json: no CodeBuild project in it"))
  }
}
