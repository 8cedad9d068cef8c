import BuildPlanning
import TestSupport
import Testing

struct MatrixTests {
  private func plan(_ dynamic: String, fixed: String = "") -> BatchPlan? {
    BatchSample.plan("batch:\n  build-matrix:\n\(fixed)    dynamic:\n\(dynamic)")
  }

  private func names(_ dynamic: String) -> [String] {
    plan(dynamic)?.builds.map(\.identifier) ?? []
  }

  @Test func `the last list of the file varies fastest`() throws {
    let plan = try #require(
      self.plan(
        """
              env:
                variables:
                  DB: [mysql, sqlite]
                  NODE: [20, 22]
                image: [example/a:1, example/b:2]
        """,
        fixed: """
              static:
                ignore-failure: true
                env: {type: LINUX_CONTAINER, privileged-mode: true, variables: {A: 1, NODE: 0}}

          """))
    #expect(
      plan.builds.map(\.identifier) == [
        "example_a_1_mysql_20", "example_b_2_mysql_20", "example_a_1_mysql_22",
        "example_b_2_mysql_22", "example_a_1_sqlite_20", "example_b_2_sqlite_20",
        "example_a_1_sqlite_22", "example_b_2_sqlite_22",
      ])
    let last = try #require(plan.builds.last)
    #expect(last.environment.image == "example/b:2")
    #expect(
      last.environment.variables.map { "\($0.name)=\($0.value)" } == [
        "A=1", "DB=sqlite", "NODE=22",
      ])
    #expect(plan.builds.allSatisfy { $0.ignoresFailure && $0.environment.isPrivileged == true })
    #expect(plan.builds.allSatisfy { $0.environment.type == "LINUX_CONTAINER" })
    #expect(last.place?.description == "buildspec.yml:2:3")
    #expect(last.places[.image]?.line == 11)
  }

  @Test func `names are made of what sets builds apart, in one order`() {
    let all = """
            env:
              variables: {ONE: [x], V: [p, q]}
              compute-type: [S, M]
              image: [i, j]
            buildspec: [a.yml, b/c.yml]
      """
    #expect(names(all).first == "a_yml_i_S_p")
    #expect(names(all).last == "b_c_yml_j_M_q")
    #expect(names(all).count == 16)
  }

  @Test func `without lists of several values there is one build`() {
    #expect(
      names("      buildspec: [a.yml]\n      env: {image: [i], variables: {A: []}}") == ["build"])
    #expect(names("      env: {}") == ["build"])
    #expect(names("      env: {variables: {A: [é, '-', x]}}") == ["build", "build_2", "x"])
  }

  @Test func `names that are taken get a number`() {
    #expect(
      names("      env: {variables: {A: [a b, a_b, a-b_2, a.b, 'a b 2']}}")
        == ["a_b", "a_b_2", "a_b_2_2", "a_b_3", "a_b_2_3"])
  }

  @Test func `long names end in a hash`() {
    let long = String(repeating: "x", count: 90)
    let names = names("      env: {variables: {A: [\(long)1, \(long)2]}}")
    #expect(names.map(\.count) == [80, 80])
    #expect(Set(names).count == 2)
    #expect(names.allSatisfy { $0.hasPrefix("xxx") })
    #expect(names == self.names("      env: {variables: {A: [\(long)1, \(long)2, y]}}").dropLast())
  }

  @Test(arguments: 0..<40)
  func `a matrix is the product of its lists, with names that stay`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let words = ["a", "b/c", "é", "x y", "x_y", "1.2", String(repeating: "long", count: 25)]
    var lists = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in words.randomElement(using: &random)! }
    }
    func plan() -> BatchPlan? {
      let variables = lists.enumerated().map { number, values in
        "          V\(number): [\(values.map { "'\($0)'" }.joined(separator: ", "))]\n"
      }
      return self.plan("      env:\n        variables:\n" + variables.joined())
    }
    let builds = try #require(plan()).builds
    #expect(builds.count == lists.map(\.count).reduce(1, *))
    #expect(Set(builds.map(\.identifier)).count == builds.count)
    #expect(builds.allSatisfy { !$0.identifier.isEmpty && $0.identifier.utf8.count <= 84 })
    let isGood: (UInt8) -> Bool = {
      "_".utf8.contains($0) || Unicode.Scalar($0).properties.isAlphabetic || (48...57).contains($0)
    }
    #expect(builds.allSatisfy { $0.identifier.utf8.allSatisfy(isGood) })
    for (number, build) in builds.enumerated() {
      var rest = number
      for (axis, values) in lists.enumerated().reversed() {
        #expect(build.environment.variables[axis].value == values[rest % values.count])
        rest /= values.count
      }
    }
    guard lists[0].count > 1 else { return }
    lists[0].append("more")
    let longer = try #require(plan()).builds
    #expect(longer.prefix(builds.count).map(\.identifier) == builds.map(\.identifier))
  }

  @Test(.timeLimit(.minutes(1))) func `hostile sizes give no plan and cost nothing`() {
    let list = "[\((1...101).map(String.init).joined(separator: ", "))]"
    let many = (1...20).map { "          V\($0): \(list)\n" }.joined()
    #expect(plan("      env:\n        variables:\n\(many)") == nil)
    let two = (1...2).map { "          V\($0): \(list)\n" }.joined()
    #expect(plan("      env:\n        variables:\n\(two)") == nil)
    let hundred = "[\((1...100).map { _ in "'-'" }.joined(separator: ", "))]"
    let most = (1...2).map { "          V\($0): \(hundred)\n" }.joined()
    let plan = plan("      env:\n        variables:\n\(most)")
    #expect(plan?.builds.count == 10_000)
    #expect(plan?.builds.last?.identifier == "build_10000")
  }
}
