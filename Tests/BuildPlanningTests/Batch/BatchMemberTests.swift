import BuildPlanning
import BuildspecModel
import Diagnostics
import Testing

/// What the plan of one build takes over from its batch.
struct BatchMemberTests {
  private static let text = """
    version: 0.2
    batch:
      build-list:
        - identifier: test
          env:
            image: example/test:2
            type: ARM_CONTAINER
            compute-type: BUILD_GENERAL1_LARGE
            privileged-mode: true
            variables: {A: batch, CODEBUILD_X: 1}
    env: {variables: {A: file, B: file}}
    phases: {build: {commands: [make]}}
    """

  private func member(
    _ text: String = text, named path: String = "buildspec.yml",
    _ configure: (inout RunRequest) -> Void = { _ in }
  ) throws -> RunPlan {
    let source = SourceText(path: path, text: text)
    var request = RunRequest(source: SourceFacts(directory: "."))
    request.batchBuild = try #require(BatchSample.plan(Self.text)?.builds.first)
    configure(&request)
    return Planner.plan(BuildspecFile(source: source), request: request)
  }

  @Test func `variables come over the project and below the command line`() throws {
    let plan = try member {
      var project = BuildProject()
      project.variables = [ProjectVariable(name: "A", origin: .plaintext, value: "project")]
      $0.project = project
    }
    let a = try #require(plan.variables.first { $0.name == "A" })
    #expect(a.value == .text("batch"))
    #expect(
      ([a.origin] + a.overrides).map(\.description) == [
        "batch buildspec.yml:10:21", "the project", "buildspec.yml:11:19",
      ])
    #expect(plan.variables.first { $0.name == "CODEBUILD_X" } == nil)
    let given = try member {
      $0.flagVariables = [GivenVariable(name: "A", value: "flag", origin: .flag)]
    }
    #expect(given.variables.first { $0.name == "A" }?.value == .text("flag"))
  }

  @Test func `a build knows its identifier, and a shard its number`() throws {
    let plan = try member {
      $0.batchBuild?.shard = Shard(number: 2, count: 3)
      $0.flagVariables = [GivenVariable(name: "BUILDSPEC_SHARDS", value: "4", origin: .flag)]
    }
    let values = Dictionary(uniqueKeysWithValues: plan.variables.map { ($0.name, $0.value) })
    #expect(values["CODEBUILD_BATCH_BUILD_IDENTIFIER"] == .text("test"))
    #expect(values["BUILDSPEC_SHARD"] == .text("2"))
    #expect(values["BUILDSPEC_SHARDS"] == .text("4"))
    let names = try member().variables.map(\.name)
    #expect(!names.contains { $0.hasPrefix("BUILDSPEC_SHARD") })
  }

  @Test func `a container is the one that the build asks for`() throws {
    var given = PlannedContainer(engine: .docker, image: "example/other")
    given.network = "own"
    let container = try #require(try member { $0.container = given }.container)
    #expect(container.image == "example/test:2")
    #expect(container.isPrivileged)
    #expect(container.platform == "linux/arm64")
    #expect(container.computeType == "BUILD_GENERAL1_LARGE")
    #expect(container.limits?.memory == 16)
    #expect(container.network == "own")
    let anyType = try member {
      $0.container = given
      $0.honorsBatchType = false
    }
    #expect(anyType.container?.platform == nil)
    given.platform = "linux/amd64"
    #expect(try member { $0.container = given }.container?.platform == "linux/amd64")
  }

  @Test func `on this machine there is no container, and parity says so`() throws {
    let plan = try member()
    #expect(plan.container == nil)
    let skipped = plan.parity.filter { $0.parity == .skipped && !$0.topic.isGeneral }
    #expect(skipped.map(\.key) == ["batch.*.env.image", "batch.*.env.compute-type"])
    #expect(skipped.first?.place?.description == "buildspec.yml:6:16")
    #expect(plan.notices == [], "the plan of the batch tells it")
    let inContainer = try member { $0.container = PlannedContainer(engine: .docker, image: "") }
    #expect(!inContainer.parity.contains { $0.parity == .skipped && !$0.topic.isGeneral })
  }

  @Test func `a batch inside of a batch's build is left alone`() throws {
    let plan = try member(named: "ci/other.yml")
    #expect(plan.notices.map(\.key) == ["batch"])
    #expect(plan.parity.contains { $0.topic == .loneBatch })
    #expect(try member().parity.contains { $0.topic == .batch })
  }
}
