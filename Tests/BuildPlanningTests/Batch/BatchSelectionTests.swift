import BuildPlanning
import TestSupport
import Testing

struct BatchSelectionTests {
  private static let plan = BatchSample.graph([
    ("fetch", []), ("compile", ["fetch"]), ("test_linux", ["compile"]), ("test_arm", ["compile"]),
    ("publish", ["test_linux", "test_arm"]),
  ])!

  private func running(_ configure: (inout BatchSelection) -> Void) throws -> [String] {
    var selection = BatchSelection()
    configure(&selection)
    return try selection.applied(to: Self.plan).builds.filter { $0.leftOut == nil }
      .map(\.identifier)
  }

  @Test func `only and skip take patterns`() throws {
    #expect(try running { _ in } == Self.plan.builds.map(\.identifier))
    #expect(try running { $0.only = ["test_*"] } == ["test_linux", "test_arm"])
    #expect(
      try running { $0.skipped = ["test_???"] } == ["fetch", "compile", "test_linux", "publish"])
    #expect(
      try running {
        $0.only = ["*"]
        $0.skipped = ["*_*"]
      } == ["fetch", "compile", "publish"])
  }

  @Test func `needs adds what is waited for, but not through what is skipped`() throws {
    #expect(
      try running {
        $0.only = ["test_arm"]
        $0.needs = true
      } == ["fetch", "compile", "test_arm"])
    #expect(
      try running {
        $0.only = ["test_arm"]
        $0.needs = true
        $0.skipped = ["compile"]
      }
        == ["test_arm"])
  }

  @Test func `the option says why`() throws {
    var selection = BatchSelection()
    selection.only = ["test_*", "fetch"]
    selection.skipped = ["*arm"]
    let builds = try selection.applied(to: Self.plan).builds
    #expect(
      builds.map(\.leftOut) == [
        nil, .option("--only test_* --only fetch"), nil, .option("--skip *arm"),
        .option("--only test_* --only fetch"),
      ])
  }

  @Test func `what is done stays so`() throws {
    var plan = Self.plan
    plan.builds[0].leftOut = .done("batch-1")
    var selection = BatchSelection()
    selection.skipped = ["*"]
    #expect(try selection.applied(to: plan).builds[0].leftOut == .done("batch-1"))
  }

  @Test func `a pattern that names nothing is an error`() {
    var selection = BatchSelection()
    selection.only = ["compiel"]
    let near = #expect(throws: BatchSelection.Problem.self) { try selection.applied(to: Self.plan) }
    #expect(
      near?.description == "--only compiel: the batch has no such build; did you mean compile?")
    selection.only = []
    selection.skipped = ["deploy*"]
    let far = #expect(throws: BatchSelection.Problem.self) { try selection.applied(to: Self.plan) }
    #expect(far?.description == "--skip deploy*: the batch has no such build")
  }

  @Test(.timeLimit(.minutes(1))) func `a pattern of many stars ends`() throws {
    let name = String(repeating: "a", count: 5_000)
    let plan = try #require(BatchSample.graph([(name, [])]))
    var selection = BatchSelection()
    selection.only = [String(repeating: "a*", count: 500) + "b"]
    #expect(throws: BatchSelection.Problem.self) { try selection.applied(to: plan) }
  }
}
