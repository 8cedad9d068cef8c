import TestSupport
import Testing

/// The flags about containers, as far as no engine is needed for them.
struct ContainerRunTests {
  private func project() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      run-as: builder
      phases:
        build: {commands: ["true"]}
        post_build: {run-as: root, commands: ["true"]}
      """
    ])
    folder.createFolder("tmp")
    return folder
  }

  private func buildspec(_ arguments: [String]) async throws -> Tool.Outcome {
    let folder = try project()
    let outcome = try await Tool.run(arguments, in: folder.path)
    #expect(folder.names("tmp") == [])
    return outcome
  }

  @Test func `plan shows engine and image`() async throws {
    let outcome = try await buildspec(
      [
        "plan", "-i", "shop:1", "--engine", "podman", "--platform", "linux/arm64", "--compute-type",
        "BUILD_GENERAL1_LARGE", "--network", "inner", "--privileged", "--docker-socket", "--bind",
        "--keep", "failed", "--pull", "always",
      ])
    #expect(outcome.status == 0)
    for line in [
      "  engine        podman\n", "  image         shop:1 (pull: always)\n",
      "  platform      linux/arm64\n",
      "  compute type  BUILD_GENERAL1_LARGE (8 CPUs, 16 GiB)\n", "  network       inner\n",
      "  container     privileged, socket of the engine, source is mounted, kept: failed\n",
      "BUILD (as builder)\n", "POST_BUILD (as root)\n",
    ] {
      #expect(outcome.output.contains(line))
    }
    #expect(!outcome.output.contains("notices"))
  }

  @Test func `plan as JSON holds the container`() async throws {
    let outcome = try await buildspec(["plan", "--format", "json", "-i", "shop:1"])
    #expect(outcome.output.contains("\"image\": \"shop:1\""))
    #expect(outcome.output.contains("\"engine\": \"docker\""))
    #expect(outcome.output.contains("\"runAs\": \"builder\""))
  }

  @Test func `on the host run-as is a notice`() async throws {
    let outcome = try await buildspec(["plan"])
    #expect(outcome.output.contains("run-as: commands run as the user who started the build"))
    #expect(!outcome.output.contains("engine"))
  }

  @Test(arguments: [
    (["--engine", "docker"], "--engine docker needs --image"),
    (["--engine", "host", "-i", "a"], "--engine host runs no image"),
    (["--privileged"], "--privileged needs --image"),
    (["--keep", "always"], "--keep needs --image"),
    (["--image=-x"], "--image -x: not the name of an image"),
    (["-i", "a", "--compute-type", "BUILD_LAMBDA_1GB"], "is not one of a container"),
    (["-i", "a", "--compute-type", "huge"], "huge"),
    (["-i", "a", "--pull", "often"], "often"),
  ])
  func `flags that do not fit are usage errors`(flags: [String], words: String) async throws {
    let outcome = try await buildspec(["run"] + flags)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(words))
  }

  @Test func `without the program of the engine the status is 3`() async throws {
    let folder = try project()
    let outcome = try await Tool.run(
      ["run", "-i", "shop:1"], in: folder.path,
      environment: ["PATH": "/nonexistent", "TMPDIR": folder.file("tmp")])
    #expect(outcome.status == 3)
    #expect(
      outcome.error
        == "buildspec: error: cannot start docker: install it, or name another engine with --engine\n"
    )
    #expect(folder.names("tmp") == [])
  }
}
