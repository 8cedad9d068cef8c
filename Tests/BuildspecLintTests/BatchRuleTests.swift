import BuildspecLint
import Diagnostics
import TestSupport
import Testing

/// Builds of a batch and their environments.
@Suite struct BatchRuleTests {
  @Test func `the second kind of batch is marked and the first is shown`() {
    let found = RuleCheck.expect(
      "BS701",
      at: RuleCheck.withBuild(
        "batch:\n  build-matrix:\n    dynamic:\n      buildspec: [a.yml]\n  «build-fanout»:\n"
          + "    parallelism: 2"))
    #expect(found.first?.related.first?.message == "the first one is here")
  }

  @Test func `a build without a name, or with an empty one, is marked on its first line`() {
    RuleCheck.expect(
      "BS702",
      at: RuleCheck.withBuild(
        "batch:\n  build-list:\n    - «buildspec: a.yml»\n      ignore-failure: true\n"
          + "    - «identifier:»\n    - identifier: x\n    - identifer: y"))
  }

  @Test func `a new name goes to every mention`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-graph:\n    - identifier: a b\n    - identifier: c\n      depend-on: [a b]")
    #expect(
      RuleCheck.fixed(text, by: "BS703")
        == RuleCheck.withBuild(
          "batch:\n  build-graph:\n    - identifier: a_b\n    - identifier: c\n"
            + "      depend-on: [a_b]"))
    #expect(RuleCheck.findings("BS703", in: text).map(\.severity) == [.warning])
  }

  @Test func `the first of two names is shown`() {
    let marks = MarkedText(
      RuleCheck.withBuild(
        "batch:\n  build-list:\n    - identifier: «a»\n    - identifier: b\n    - identifier: «a»"))
    let found = RuleCheck.findings("BS704", in: marks.text)
    #expect(found.map(\.range) == [marks.ranges[1]])
    #expect(found.first?.related.map(\.range) == [marks.ranges[0]])
  }

  @Test func `an unknown dependency is not a cycle`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-graph:\n    - identifier: a\n      depend-on: [zebra, $B]")
    let found = RuleCheck.findings("BS705", in: text)
    #expect(found.map(\.message) == ["the graph has no build `zebra`"])
    #expect(RuleCheck.findings("BS707", in: text) == [])
  }

  @Test func `a build that waits for itself is no cycle of several`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-graph:\n    - identifier: a\n      depend-on: [a]")
    #expect(RuleCheck.findings("BS706", in: text).count == 1)
    #expect(RuleCheck.findings("BS707", in: text) == [])
  }

  @Test func `depends-on in a list has one finding`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-list:\n    - identifier: a\n    - identifier: b\n      depends-on: [a]")
    #expect(RuleCheck.findings("BS708", in: text).count == 1)
    #expect(RuleCheck.findings("BS115", in: text) == [])
    #expect(RuleCheck.findings("BS117", in: text) == [])
  }

  @Test func `only paths inside the source are looked up`() {
    let text = """
      batch:
        build-list:
          - identifier: a
            buildspec: «no.yml»
          - identifier: b
            buildspec: arn:aws:s3:::bucket/b.yml
          - identifier: c
            buildspec: $SPEC
          - identifier: d
            buildspec: yes.yml
      """
    RuleCheck.expect(
      "BS709", at: RuleCheck.withBuild(text), LintContext(fileExists: { $0 == "yes.yml" }))
    #expect(RuleCheck.findings("BS709", in: MarkedText(text).text) == [])
  }

  @Test func `the later of size and fleet is marked`() {
    RuleCheck.expect(
      "BS710",
      at: RuleCheck.withBuild(
        "batch:\n  build-list:\n    - identifier: a\n      env:\n        fleet: f\n"
          + "        compute-type: «BUILD_GENERAL1_SMALL»"))
  }

  @Test(arguments: [
    ("LARGE", "BUILD_GENERAL1_LARGE" as String?), ("BUILD_GENERAL_SMALL", "BUILD_GENERAL1_SMALL"),
    ("build_general1_small", "BUILD_GENERAL1_SMALL"), ("HUGE", nil),
  ])
  func `a size is named in full`(_ type: String, _ meant: String?) {
    let found = RuleCheck.findings("BS711", in: environment("compute-type: \(type)"))
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.fix?.edits.first?.replacement == meant)
  }

  @Test func `a type near none of the known ones is a warning`() {
    let near = RuleCheck.findings("BS712", in: environment("type: LINUX-CONTAINER"))
    #expect(near.map(\.severity) == [.error])
    let far = RuleCheck.findings("BS712", in: environment("type: RISCV_CONTAINER_2030"))
    #expect(far.map(\.severity) == [.warning])
    #expect(RuleCheck.findings("BS712", in: environment("type: $TYPE")) == [])
  }

  @Test(arguments: [
    "type: LINUX_CONTAINER\n        image: aws/codebuild/standard:7.0",
    "type: LINUX_GPU_CONTAINER\n        compute-type: BUILD_GENERAL1_LARGE",
    "type: ARM_CONTAINER\n        image: aws/codebuild/amazonlinux2-aarch64-standard:3.0",
    "type: LINUX_CONTAINER\n        image: example/own:1",
    "type: LINUX_CONTAINER\n        compute-type: CUSTOM_INSTANCE_TYPE",
    "type: ARM_LAMBDA_CONTAINER\n        compute-type: BUILD_LAMBDA_1GB\n"
      + "        image: aws/codebuild/amazonlinux-aarch64-lambda-standard:nodejs22",
  ])
  func `environments whose parts go together`(_ lines: String) {
    #expect(RuleCheck.findings("BS713", in: environment(lines)) == [])
  }

  @Test(arguments: [
    "type: WINDOWS_SERVER_2022_CONTAINER\n        image: aws/codebuild/standard:7.0",
    "type: LINUX_CONTAINER\n        compute-type: BUILD_LAMBDA_1GB",
    "type: LINUX_LAMBDA_CONTAINER\n        compute-type: BUILD_GENERAL1_SMALL",
    "type: LINUX_LAMBDA_CONTAINER\n        image: aws/codebuild/standard:7.0",
  ])
  func `environments whose parts do not go together`(_ lines: String) {
    #expect(RuleCheck.findings("BS713", in: environment(lines)).count == 1)
  }

  @Test func `single values under dynamic become lists`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-matrix:\n    dynamic:\n      env:\n        variables:\n          A: x")
    #expect(
      RuleCheck.fixed(text, by: "BS716")
        == RuleCheck.withBuild(
          "batch:\n  build-matrix:\n    dynamic:\n      env:\n        variables:\n"
            + "          A: [x]"))
    #expect(RuleCheck.findings("BS206", in: text) == [])
  }

  @Test func `a list under static has one finding`() {
    let text = RuleCheck.withBuild(
      "batch:\n  build-matrix:\n    static:\n      env:\n        privileged-mode: [true]\n"
        + "    dynamic:\n      buildspec: [a.yml]")
    #expect(RuleCheck.findings("BS717", in: text).count == 1)
    #expect(RuleCheck.findings("BS201", in: text) == [])
  }

  @Test(arguments: ["0", "-1", "many", "1.5"])
  func `a fan-out needs a number above zero`(_ number: String) {
    let text = RuleCheck.withBuild("batch:\n  build-fanout:\n    parallelism: \(number)")
    #expect(RuleCheck.findings("BS718", in: text).count == 1)
    #expect(RuleCheck.findings("BS201", in: text) == [])
  }

  @Test func `a fan-out without a number is marked at its key`() {
    RuleCheck.expect(
      "BS718", at: RuleCheck.withBuild("batch:\n  «build-fanout»:\n    ignore-failure: true"))
  }

  @Test func `a matrix has the product of its lists`() {
    let list = "[\((1...101).map(String.init).joined(separator: ", "))]"
    let text = { (list: String) in
      RuleCheck.withBuild(
        "batch:\n  build-matrix:\n    dynamic:\n      env:\n        variables:\n"
          + (1...20).map { "          V\($0): \(list)\n" }.joined())
    }
    let found = RuleCheck.findings("BS715", in: text(list))
    #expect(found.map(\.message) == ["this batch has \(Int.max) or more builds"])
    #expect(found.map(\.severity) == [.error])
    #expect(RuleCheck.findings("BS715", in: text("[a]")) == [])
  }

  @Test(arguments: [
    (100, nil), (101, Severity.info as Severity?), (10_000, .info), (10_001, .error),
  ])
  func `a fan-out is counted too`(count: Int, severity: Severity?) {
    let text = RuleCheck.withBuild("batch:\n  build-fanout:\n    parallelism: \(count)")
    #expect(RuleCheck.findings("BS715", in: text).first?.severity == severity)
  }

  @Test func `an image is named once`() {
    RuleCheck.expect(
      "BS222",
      at: RuleCheck.withBuild(
        "batch:\n  build-matrix:\n    dynamic:\n      env:\n        image:\n"
          + "          - «aws/codebuild/standard:4.0»\n          - aws/codebuild/standard:7.0\n"
          + "          - aws/codebuild/standard:4.0\n          - example/standard:4.0"))
  }

  private func environment(_ lines: String) -> String {
    RuleCheck.withBuild(
      "batch:\n  build-list:\n    - identifier: a\n      env:\n        \(lines)")
  }
}
