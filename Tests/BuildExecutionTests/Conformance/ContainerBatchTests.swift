import TestSupport
import Testing

/// `batch` in containers.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct ContainerBatchTests {
  private func run(
    _ folder: TemporaryDirectory, _ arguments: String...
  ) async throws -> Tool.Outcome {
    try await TestEngine.images.value
    for name in ["tmp", "home"] { folder.createFolder(name) }
    let environment = [
      "TMPDIR": folder.file("tmp"), "HOME": folder.file("home"),
      "DOCKER_HOST": TestEngine.environment["DOCKER_HOST"],
    ].compactMapValues(\.self)
    let outcome = try await Tool.run(
      ["batch"] + arguments, in: folder.path, environment: environment)
    #expect(folder.names("tmp") == [], "nothing stays in TMPDIR")
    return outcome
  }

  private func docker(_ arguments: String) async throws -> String {
    let outcome = try await Tool.run(
      "/bin/sh", ["-c", "docker \(arguments)"], in: "/", environment: TestEngine.environment)
    #expect(outcome.status == 0, "\(outcome.error)")
    return outcome.output
  }

  @Test func `each build has a container of its own image`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch:
        build-graph:
          - {identifier: dash, env: {image: '\(Flavour.dash.image)'}}
          - {identifier: bash, env: {image: '\(Flavour.bash.image)', variables: {SAYS: hello}}}
          - {identifier: other}
          - {identifier: last, depend-on: [dash, bash, other]}
      phases:
        build:
          commands:
            - ls -l /bin/sh > shell.txt
            - echo "$CODEBUILD_BATCH_BUILD_IDENTIFIER [$SAYS]" > out.txt
      artifacts: {files: [out.txt, shell.txt]}
      """
    ])
    let outcome = try await run(
      folder, "-i", Flavour.busybox.image, "--pull", "never", "-j", "3", "-a", "out")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(folder.names("out") == ["bash", "dash", "last", "other"])
    #expect(folder.text("out/bash/out.txt") == "bash [hello]\n")
    #expect(folder.text("out/last/out.txt") == "last []\n")
    #expect(folder.text("out/bash/shell.txt")?.contains("bash") == true)
    #expect(folder.text("out/dash/shell.txt") != folder.text("out/other/shell.txt"))
  }

  @Test func `twenty builds in containers run side by side and leave none`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch: {build-fanout: {parallelism: 20}}
      phases: {build: {commands: [echo "part $BUILDSPEC_SHARD of $BUILDSPEC_SHARDS", sleep 0.2]}}
      """
    ])
    // A name of its own tells its containers from those of other tests.
    let image = "buildspec-test:batch-\(UInt32.random(in: 0 ... .max))"
    try await TestEngine.images.value
    _ = try await docker("tag \(Flavour.busybox.image) \(image)")
    let outcome = try await run(
      folder, "-i", image, "--pull", "never", "-j", "8", "--log", "json")
    #expect(outcome.status == 0, "\(outcome.error)")
    for part in 1...20 { #expect(outcome.output.contains("part \(part) of 20\\n")) }
    #expect(try await !docker("ps --all --format '{{.Image}}'").contains(image))
    _ = try await docker("image rm \(image)")
  }

  @Test func `with an engine each build needs an image`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch:
        build-list:
          - {identifier: one, env: {image: '\(Flavour.dash.image)'}}
          - {identifier: two}
          - {identifier: three}
      phases: {build: {commands: ["true"]}}
      """
    ])
    let missing = try await run(folder, "--engine", "docker")
    #expect(missing.status == 2)
    #expect(missing.error.contains("two and 1 more of the batch names no image"))
    let outcome = try await run(folder, "--engine", "docker", "--pull", "never", "--only", "one")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
  }

  @Test func `a failing build in a container ends the others when the batch fails fast`()
    async throws
  {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      batch:
        fast-fail: true
        build-list:
          - {identifier: slow, env: {variables: {RUN: sleep 600}}}
          - {identifier: bad, env: {variables: {RUN: exit 3}}}
      phases: {build: {commands: [eval "$RUN"]}}
      """
    ])
    let outcome = try await run(folder, "-i", Flavour.busybox.image, "--pull", "never", "-j", "2")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("STOPPED"))
  }
}
