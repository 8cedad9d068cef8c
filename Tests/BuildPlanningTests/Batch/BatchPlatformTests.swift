import BuildPlanning
import BuildspecModel
import Testing

struct BatchPlatformTests {
  private static let x86 = BatchPlatform(system: "Linux", architecture: "x86_64", program: nil)
  private static let arm = BatchPlatform(system: "linux", architecture: "aarch64", program: .docker)
  private static let mac = BatchPlatform(system: "darwin", architecture: "arm64", program: nil)

  private func plan(_ types: [String], isChain: Bool = false) throws -> BatchPlan {
    let items = types.enumerated().map { number, type in
      "    - {identifier: b\(number), env: {type: \(type)}"
        + (isChain && number > 0 ? ", depend-on: [b\(number - 1)]}\n" : "}\n")
    }
    return try #require(BatchSample.plan("batch:\n  build-graph:\n" + items.joined()))
  }

  @Test func `engines are named as they name themselves`() {
    #expect("\(Self.x86)" == "linux/amd64")
    #expect("\(Self.arm)" == "linux/arm64")
  }

  /// For each type: what comes of it on x86, in containers on ARM, and on a Mac.
  private static let table: [(EnvironmentType, String)] = [
    (.windows, "cannot cannot cannot"), (.linuxContainer, "runs near near"),
    (.linuxGPU, "near near near"), (.armContainer, "cannot runs runs"),
    (.windowsServer2019, "cannot cannot cannot"), (.windowsServer2022, "cannot cannot cannot"),
    (.linuxLambda, "near near near"), (.armLambda, "cannot near near"),
    (.linuxEC2, "runs near near"), (.armEC2, "cannot runs runs"),
    (.windowsEC2, "cannot cannot cannot"), (.macARM, "cannot cannot runs"),
  ]

  @Test func `each type has its answer on each machine`() {
    #expect(Self.table.map(\.0) == EnvironmentType.allCases)
    for (type, expected) in Self.table {
      let words = [Self.x86, Self.arm, Self.mac].map { platform in
        switch platform.support(type) {
        case .runs: "runs"
        case .near: "near"
        case .cannot: "cannot"
        }
      }
      #expect(words.joined(separator: " ") == expected, "\(type)")
    }
  }

  @Test func `what waits for a build that cannot run does not run either`() throws {
    let types = ["LINUX_CONTAINER", "WINDOWS_CONTAINER", "LINUX_CONTAINER", "LINUX_CONTAINER"]
    let plan = Self.x86.applied(to: try plan(types, isChain: true))
    #expect(
      plan.builds.map(\.leftOut) == [
        nil, .unsupported("WINDOWS_CONTAINER: no engine for Windows is used here"),
        .unsupported("waits for b1"), .unsupported("waits for b2"),
      ])
  }

  @Test func `what waits for a build that the user left out runs`() throws {
    var plan = try plan(["WINDOWS_CONTAINER", "LINUX_CONTAINER"], isChain: true)
    plan.builds[0].leftOut = .option("--skip b0")
    #expect(Self.x86.applied(to: plan).builds[1].leftOut == nil)
  }

  @Test func `all types run when that is wanted, with a notice`() throws {
    let plan = Self.x86.applied(
      to: try plan(["ARM_CONTAINER", "WINDOWS_CONTAINER", "ARM_CONTAINER"]), anyType: true)
    #expect(plan.builds.allSatisfy { $0.leftOut == nil })
    #expect(
      plan.notices.map(\.message) == [
        "builds of ARM_CONTAINER run on linux/amd64 all the same; 2 builds have it",
        "builds of WINDOWS_CONTAINER run on linux/amd64 all the same",
      ])
  }

  @Test func `unknown types run with a notice`() throws {
    let plan = Self.x86.applied(to: try plan(["RISCV_CONTAINER", "LINUX_LAMBDA_CONTAINER"]))
    #expect(plan.builds.allSatisfy { $0.leftOut == nil })
    #expect(plan.notices.count == 2)
    #expect(plan.notices.first?.place?.line == 3)
  }

  @Test func `without a type the project's counts, then the image`() throws {
    let text = """
      batch:
        build-list:
          - {identifier: a, env: {image: 'aws/codebuild/windows-base:2019-1.0'}}
          - {identifier: b}
          - {identifier: c, env: {type: LINUX_CONTAINER}}
      """
    let plan = try #require(BatchSample.plan(text))
    #expect(
      Self.x86.applied(to: plan).builds.map(\.leftOut) == [
        .unsupported(
          "aws/codebuild/windows-base:2019-1.0: no engine for Windows is used here"), nil, nil,
      ])
    let ofProject = Self.x86.applied(to: plan, defaultType: "ARM_CONTAINER")
    #expect(ofProject.builds.map { $0.leftOut == nil } == [false, false, true])
  }
}
