import BuildExecution
import BuildPlanning
import Testing

/// Rules of "Precedence" as commands see them, and the built-in variables.
struct EnvironmentTests {
  private func build(_ command: String, variables: String = "") throws -> TestBuild {
    try TestBuild(
      "version: 0.2\nenv:\n  variables:\n    NONE: x\n\(variables)phases:\n  build:\n"
        + "    commands:\n      - '\(command)'\n")
  }

  @Test func `-e wins over --env-file, the buildspec and what is inherited`() async throws {
    var build = try build("echo $A $B $C $D", variables: "    A: spec\n    B: spec\n    C: spec\n")
    for name in ["A", "B", "C", "D"] { build.environment[name] = "inherited" }
    build.request.flagVariables = [GivenVariable(name: "A", value: "flag", origin: .flag)]
    build.request.fileVariables = ["A", "B"].map {
      GivenVariable(name: $0, value: "file", origin: .environmentFile(path: "f", line: 1))
    }
    #expect(try await build.run().lines == ["flag file spec inherited"])
  }

  @Test func `values are literal`() async throws {
    let done = try await build(
      "printf %s \"$P\"", variables: "    P: '$PATH:/opt/x `id` \\n'\n"
    ).run()
    #expect(done.output == "$PATH:/opt/x `id` \\n")
  }

  @Test func `CODEBUILD_ is reserved but for the two switches`() async throws {
    let done = try await build(
      "echo $CODEBUILD_CI $CODEBUILD_X. $CODEBUILD_CONFIG_AUTO_DISCOVER",
      variables:
        "    CODEBUILD_CI: 'no'\n    CODEBUILD_X: x\n    CODEBUILD_CONFIG_AUTO_DISCOVER: 'on'\n"
    ).run()
    #expect(done.lines == ["true . on"])
    #expect(done.notices.count == 2)
  }

  @Test func `variables of an outer build are not inherited`() async throws {
    var build = try build("env | grep -c ^CODEBUILD_WEBHOOK || true")
    build.environment["CODEBUILD_WEBHOOK_EVENT"] = "PUSH"
    #expect(try await build.run().lines == ["0"])
  }

  @Test func `the identifier and the ARN have the local agent's shape`() async throws {
    var build = try build("echo $CODEBUILD_BUILD_ID; echo $CODEBUILD_BUILD_ARN")
    build.request.region = GivenVariable(
      name: "AWS_REGION", value: "eu-west-1", origin: .option("--region"))
    let lines = try await build.run().lines
    #expect(lines[0].hasPrefix("local:"))
    #expect(lines[0].count == 42)
    #expect(lines[1] == "arn:aws:codebuild:eu-west-1:000000000000:build/\(lines[0])")
  }

  @Test func `the start time is in milliseconds`() async throws {
    let line = try await build("echo $CODEBUILD_START_TIME").run().lines.first
    #expect(line?.count == 13)
  }

  @Test func `a region is given under both names`() async throws {
    var build = try build("echo $AWS_REGION $AWS_DEFAULT_REGION $AWS_PROFILE $AWS_ENDPOINT_URL")
    build.request.region = GivenVariable(
      name: "AWS_REGION", value: "eu-west-1", origin: .option("--region"))
    build.request.profile = "p"
    build.request.endpointURL = "http://localhost:4566"
    #expect(try await build.run().lines == ["eu-west-1 eu-west-1 p http://localhost:4566"])
  }

  @Test func `what is not known is not set`() async throws {
    let done = try await build(
      "env | grep -E \"CODEBUILD_(RESOLVED|SOURCE_VERSION|SOURCE_REPO|WEBHOOK|PROJECT|KMS|BUILD_IMAGE|BUILD_URL)|^AWS_\" | wc -l"
    ).run()
    #expect(done.lines.first?.contains("0") == true)
  }
}
