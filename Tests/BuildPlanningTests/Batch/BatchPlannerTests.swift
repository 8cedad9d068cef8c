import BuildPlanning
import Testing

struct BatchPlannerTests {
  @Test func `all keys of a graph are in the plan, with their places`() throws {
    let plan = try #require(
      BatchSample.plan(
        """
        version: 0.2
        batch:
          fast-fail: true
          build-graph:
            - identifier: test
              buildspec: ci/test.yml
              depend-on: [compile, lint, compile]
              ignore-failure: true
              debug-session: true
              env:
                image: example/test:1
                compute-type: BUILD_GENERAL1_LARGE
                type: LINUX_CONTAINER
                privileged-mode: true
                variables: {A: 1, B: "two", A: 3, C: }
            - identifier: lint
            - identifier: compile
              env: {fleet: ours}
        """))
    #expect(plan.kind == .graph)
    #expect(plan.failsFast)
    #expect(plan.builds.map(\.identifier) == ["test", "lint", "compile"])
    let test = plan.builds[0]
    #expect(test.parents == [1, 2])
    #expect(test.buildspec == "ci/test.yml")
    #expect(test.ignoresFailure && test.wantsDebugSession)
    #expect(test.environment.image == "example/test:1")
    #expect(test.environment.computeType == "BUILD_GENERAL1_LARGE")
    #expect(test.environment.type == "LINUX_CONTAINER")
    #expect(test.environment.isPrivileged == true)
    #expect(test.environment.variables.map { "\($0.name)=\($0.value)" } == ["B=two", "A=3", "C="])
    #expect(test.environment.variables.first?.place.description == "buildspec.yml:15:27")
    #expect(plan.builds[2].environment.fleet == "ours")
    #expect(test.place?.description == "buildspec.yml:5:19")
    #expect(test.places[.buildspec]?.description == "buildspec.yml:6:18")
    #expect(Set(test.places.keys) == Set(BatchBuildKey.allCases).subtracting([.fleet]))
  }

  @Test func `a list waits for nothing, and asks for nothing that it does not say`() throws {
    let plan = try #require(
      BatchSample.plan("batch: {build-list: [{identifier: a}, {identifier: b, depend-on: [a]}]}"))
    #expect(plan.kind == .list)
    #expect(!plan.failsFast)
    #expect(plan.builds.allSatisfy { $0.parents.isEmpty && $0.leftOut == nil })
    #expect(plan.builds[0].environment == BatchBuildEnvironment())
    #expect(plan.notices.map(\.key) == ["depend-on"])
  }

  @Test func `a fan-out counts its builds`() throws {
    let plan = try #require(
      BatchSample.plan("batch: {build-fanout: {parallelism: 3, ignore-failure: yes}}"))
    #expect(plan.kind == .fanout)
    #expect(plan.builds.map(\.identifier) == ["build_1", "build_2", "build_3"])
    #expect(plan.builds.map(\.shard) == (1...3).map { Shard(number: $0, count: 3) })
    #expect(plan.builds.allSatisfy { $0.ignoresFailure })
  }

  @Test(arguments: [
    "version: 0.2", "batch: {fast-fail: yes}", "batch: {build-list: []}",
    "batch: {build-list: [{buildspec: a}]}", "batch: {build-list: [{identifier: a}, a]}",
    "batch: {build-list: [{identifier: a}, {identifier: a}]}",
    "batch: {build-list: [{identifier: a}], build-fanout: {parallelism: 2}}",
    "batch: {build-graph: [{identifier: a, depend-on: [b]}]}",
    "batch: {build-graph: [{identifier: a, depend-on: [a]}]}",
    "batch: {build-graph: [{identifier: a, depend-on: [b]}, {identifier: b, depend-on: [a]}]}",
    "batch: {build-fanout: {parallelism: 0}}", "batch: {build-fanout: {parallelism: $N}}",
    "batch: {build-fanout: {parallelism: 10001}}",
    "batch: {build-fanout: {parallelism: 9223372036854775807}}", "[batch]", "",
  ])
  func `there is no plan of what is no batch`(_ text: String) {
    let plan = BatchSample.plan(text)
    // An item that is no mapping is a build without a name.
    #expect(plan == nil, "\(String(describing: plan))")
  }

  @Test func `what is not honoured has one notice for each key`() throws {
    let text = """
      batch:
        unknown: 1
        build-list:
          - identifier: a
            debug-session: yes
            env: {image: i, compute-type: BUILD_GENERAL1_SMALL, privileged-mode: yes}
          - identifier: b
            debug-session: no
            env: {image: j, fleet: f, variables: {CODEBUILD_X: 1, "A.B": 2}}
      """
    let onHost = try #require(BatchSample.plan(text)).notices
    #expect(
      onHost.map { "\($0.key) \($0.place?.line ?? 0)" } == [
        "unknown 2", "batch.*.debug-session 5", "batch.*.env.image 6", "batch.*.env.compute-type 6",
        "batch.*.env.fleet 9", "batch.*.env.variables.CODEBUILD_X 9",
        "batch.*.env.variables.A.B 9",
      ])
    #expect(
      onHost.first { $0.key == "batch.*.env.image" }?.message
        == "the commands run on this machine; --engine docker uses the image; 2 builds have it")
    let inContainers = try #require(BatchSample.plan(text, isOnHost: false)).notices
    #expect(!inContainers.contains { $0.key.hasSuffix("image") || $0.key.hasSuffix("type") })
  }

  @Test func `a variable that no command sees is told once`() throws {
    let items = (0..<50).map {
      "    - {identifier: b\($0), env: {variables: {CODEBUILD_X: 1, OK: 2}}}\n"
    }
    let plan = try #require(BatchSample.plan("batch:\n  build-list:\n" + items.joined()))
    #expect(
      plan.notices.map(\.message) == [
        "names that begin with CODEBUILD_ are reserved; the entry has no effect; 50 builds have it"
      ])
  }

  @Test func `each build comes after those it waits for`() throws {
    let plan = try #require(
      BatchSample.graph([
        ("e", ["d", "a"]), ("a", []), ("d", ["b", "c"]), ("b", ["a"]), ("c", ["a"]),
      ]))
    #expect(plan.depths == [3, 0, 2, 1, 1])
    #expect(plan.order.map { plan.builds[$0].identifier } == ["a", "b", "c", "d", "e"])
    #expect(plan.children == [[], [0, 3, 4], [0], [2], [2]])
  }
}
