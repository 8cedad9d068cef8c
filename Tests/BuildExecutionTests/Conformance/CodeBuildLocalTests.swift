import TestSupport
import Testing

/// `codebuild-local`, with the flags of AWS's script.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct CodeBuildLocalTests {
  private func project(_ command: String, more: String = "") async throws -> TemporaryDirectory {
    try await TestEngine.images.value
    let folder = try TemporaryDirectory([
      "main/buildspec.yml": "version: 0.2\nphases:\n  build:\n    commands:\n      - |\n"
        + "        \(command)\n\(more)",
      "main/a": "primary\n", "lib/b": "secondary\n", "variables.env": "# none\n\nQUOTED='q'\nE=\n",
    ])
    for name in ["tmp", "home", "home/.aws"] { folder.createFolder(name) }
    return folder
  }

  private func run(
    _ folder: TemporaryDirectory, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Tool.Outcome {
    let own = [
      "TMPDIR": folder.file("tmp"), "HOME": folder.file("home"),
      "DOCKER_HOST": TestEngine.environment["DOCKER_HOST"],
    ].compactMapValues(\.self).merging(environment) { _, given in given }
    return try await Tool.run(
      ["codebuild-local", "-i", Flavour.busybox.image] + arguments, in: folder.path,
      environment: own)
  }

  @Test func `sources, variables, artifacts and reports go where the script puts them`()
    async throws
  {
    let folder = try await project(
      "cat a $CODEBUILD_SRC_DIR_lib_1/b; echo [$QUOTED][$E]; echo out > out; echo r > r.xml",
      more: "artifacts: {files: [out]}\nreports: {unit: {files: [r.xml]}}\n")
    let outcome = try await run(
      folder,
      [
        "-a", "artifacts", "-s", "main", "-s", "lib_1:lib", "-e", "variables.env", "-r", "reports",
        "-l", "other/agent",
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("primary\nsecondary\n['q'][]\n"))
    #expect(folder.names("artifacts") == ["artifacts.zip"])
    #expect(folder.text("reports/unit/r.xml") == "r\n")
    #expect(outcome.error.contains("-l has no effect: no agent image is used"))
  }

  @Test func `the buildspec is named from the current folder, and the source can be mounted`()
    async throws
  {
    let folder = try await project("exit 9")
    try folder.write(
      "version: 0.2\nphases: {build: {commands: ['echo made > made']}}\n", to: "other.yml")
    let outcome = try await run(
      folder, ["-a", "artifacts", "-s", "main", "-b", "other.yml", "-m"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(folder.text("main/made") == "made\n")
  }

  @Test func `credentials get in with -c alone`() async throws {
    let folder = try await project("echo key=$AWS_ACCESS_KEY_ID= region=$AWS_DEFAULT_REGION=")
    let given = [
      "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "eu-west-1",
    ]
    let arguments = ["-a", "artifacts", "-s", "main"]
    let without = try await run(folder, arguments + ["-p", "dev"], environment: given)
    #expect(without.output.contains("key== region==\n"))
    #expect(without.error.contains("-p has no effect without -c"))
    let with = try await run(folder, arguments + ["-c"], environment: given)
    #expect(with.output.contains("key=test= region=eu-west-1=\n"))
  }

  @Test(
    .enabled(if: MotoServer.isAvailable, "scripts/setup-aws.sh has not been run"))
  func `-p takes the credentials of a profile`() async throws {
    let folder = try await project("echo key=$AWS_ACCESS_KEY_ID= region=$AWS_DEFAULT_REGION=")
    try folder.write(
      "[dev]\naws_access_key_id=testdev\naws_secret_access_key=test\n", to: "home/.aws/credentials")
    try folder.write("[profile dev]\nregion=eu-west-2\n", to: "home/.aws/config")
    let path = MotoServer.environment["PATH"] ?? ""
    let outcome = try await run(
      folder, ["-a", "artifacts", "-s", "main", "-c", "-p", "dev"], environment: ["PATH": path])
    #expect(outcome.output.contains("key=testdev= region=eu-west-2=\n"), "\(outcome.error)")
  }

  @Test func `-c without any credentials is told`() async throws {
    let folder = try await project("true")
    let outcome = try await run(
      folder, ["-a", "artifacts", "-s", "main", "-c"],
      environment: ["PATH": try await Self.pathWithoutAWS(folder)])
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("-c finds no credentials"))
  }

  private static func pathWithoutAWS(_ folder: TemporaryDirectory) async throws -> String {
    folder.createFolder("bin")
    let outcome = try await Tool.run(
      "/bin/sh", ["-c", "for p in docker git; do ln -s $(command -v $p) bin/$p; done"],
      in: folder.path)
    #expect(outcome.status == 0)
    return folder.file("bin")
  }

  @Test(arguments: [
    ["-a", "x", "-s", "main", "-s", "lib"], ["-a", "x", "-s", "none"],
    ["-a", "x", "-s", "main", "-s", "a-b:lib"], ["-a", "x", "-s", "main", "-b", "none.yml"],
    ["-a", "x", "-s", "main", "-e", "none.env"], ["-s", "main"], ["-a", "x", "-z"],
  ])
  func `what is wrong is told`(arguments: [String]) async throws {
    let outcome = try await run(try await project("true"), arguments)
    #expect(outcome.status == 2, "\(outcome.output)")
    #expect(outcome.error.hasPrefix("buildspec: error: "))
  }
}
