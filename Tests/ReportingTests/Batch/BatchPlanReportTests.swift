import BuildPlanning
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@testable import Reporting

/// The plan of a batch in its four formats.
struct BatchPlanReportTests {
  private static let text = """
    version: 0.2
    batch:
      fast-fail: true
      build-graph:
        - identifier: fetch
        - identifier: compile
          buildspec: ci/compile.yml
          depend-on: [fetch]
          env:
            image: example/jdk:21
            type: LINUX_CONTAINER
            compute-type: BUILD_GENERAL1_LARGE
            privileged-mode: true
            variables: {A: "1\\u001B[0m", API_TOKEN: hush}
        - identifier: lint
          ignore-failure: true
          env: {fleet: ours}
        - identifier: test_linux
          depend-on: [compile, lint]
        - identifier: test_windows
          env: {type: WINDOWS_SERVER_2022_CONTAINER}
          depend-on: [compile]
        - identifier: publish
          debug-session: yes
          depend-on: [test_linux, test_windows, lint]
    """

  private static func plan(_ text: String = text) throws -> BatchPlan {
    let source = SourceText(path: "buildspec.yml", text: text)
    let plan = try #require(BatchPlanner.plan(BuildspecFile(source: source), isOnHost: true))
    let platform = BatchPlatform(system: "linux", architecture: "amd64", program: nil)
    return platform.applied(to: plan)
  }

  /// Builds that wait for nothing, or each for the one before it.
  private static func plan(_ names: [String], isChain: Bool = false) -> BatchPlan {
    let builds = names.indices.map { number in
      PlannedBuild(identifier: names[number], parents: isChain && number > 0 ? [number - 1] : [])
    }
    return BatchPlan(buildspecPath: "buildspec.yml", kind: .graph, builds: builds)
  }

  private func expect(_ text: String, _ name: String) throws {
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/\(name)"))
    #expect(!text.contains("hush"))
    #expect(!text.contains("\u{1B}"))
  }

  private let plain = Style(isColored: false)

  @Test func `text`() throws {
    var plan = try Self.plan()
    plan.builds[0].leftOut = .done("20260101-000000-abcd")
    plan.builds[2].leftOut = .option("--skip lint")
    try expect(BatchPlanText.render(plan, style: plain), "batch-plan.txt")
  }

  @Test func `JSON`() throws {
    try expect(BatchPlanDocument.render(try Self.plan()), "batch-plan.json")
  }

  @Test func `Mermaid`() throws {
    try expect(BatchPlanMermaid.render(try Self.plan()), "batch-plan.mmd")
  }

  @Test func `DOT`() throws {
    try expect(BatchPlanDOT.render(try Self.plan()), "batch-plan.dot")
  }

  @Test func `a fan-out and a matrix are lists`() throws {
    let fanout = try Self.plan("batch: {build-fanout: {parallelism: 2, ignore-failure: yes}}")
    #expect(
      BatchPlanText.render(fanout, style: plain) == """
        buildspec.yml: build-fanout of 2 builds
          build_1  shard 1 of 2, ignore-failure
          build_2  shard 2 of 2, ignore-failure

        """)
    let matrix = try Self.plan(
      "batch: {build-matrix: {dynamic: {env: {variables: {JDK: [17], OS: [a, b]}}}}}")
    #expect(
      BatchPlanText.render(matrix, style: plain) == """
        buildspec.yml: build-matrix of 2 builds
          a  JDK=17, OS=a
          b  JDK=17, OS=b

        """)
  }

  @Test func `each build of a large graph stands once, below the parent that comes last`() throws {
    var random = SeededRandom(seed: 7)
    var plan = Self.plan((0..<275).map { "b\($0)" })
    for number in 1..<275 {
      let count = Int.random(in: 0...3, using: &random)
      let parents = (0..<count).map { _ in Int.random(in: 0..<number, using: &random) }
      plan.builds[number].parents = Set(parents).sorted()
    }
    plan.builds.shuffleKeepingParents(using: &random)
    let tree = BatchPlanTree(plan)
    #expect(tree.rows.map(\.number).sorted() == Array(plan.builds.indices))
    let depths = plan.depths
    var line: [Int] = []
    for row in tree.rows {
      let (build, depth) = (plan.builds[row.number], depths[row.number])
      line = Array(line.prefix(depth)) + [row.number]
      #expect(line.count == depth + 1)
      guard depth > 0 else { continue }
      #expect(Set(row.others + [line[depth - 1]]) == Set(build.parents))
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a long chain is not indented for ever`() {
    let plan = Self.plan((0..<10_000).map { "build\($0)" }, isChain: true)
    let lines = BatchPlanText.render(plan, style: plain).split(separator: "\n")
    #expect(lines.count == 10_001)
    #expect(lines.allSatisfy { $0.count < 110 })
    #expect(lines.last?.contains("build9999") == true)
    #expect(lines.last?.hasSuffix("after: build9998") == true)
  }

  private static let hostile = [
    "end", "a\"b", "a\\", "\\N", "<b>&amp;</b>", "1. x", "- x", "#quot;", "`x`", "a]; b", "",
    "é 日本",
    "n0 --> n1", "%% x", "😀", "a|b{c}(d)",
  ]

  @Test func `any identifier can be drawn by Mermaid`() throws {
    let text = BatchPlanMermaid.render(Self.plan(Self.hostile, isChain: true))
    let lines = text.split(separator: "\n")
    #expect(lines.first == "flowchart LR")
    let labels = lines.compactMap { $0.wholeMatch(of: #/  n[0-9]+\["([^"]+)"\]/#)?.output.1 }
    #expect(labels.map(Self.decoded) == Self.hostile.map { $0.isEmpty ? "\u{A0}" : $0 })
    let signs = Set(labels.joined().unicodeScalars).filter { $0.isASCII }
    #expect(signs.isSubset(of: Set("abcdefghijklmnopqrstuvwxyzN0123456789_ #;".unicodeScalars)))
    let edges = lines.filter { $0.wholeMatch(of: #/  n[0-9]+ --> n[0-9]+/#) != nil }
    #expect(labels.count + edges.count + 1 == lines.count)
  }

  /// Reads `#65;` as Mermaid does.
  private static func decoded(_ label: Substring) -> String {
    String(label).replacing(/#([0-9]+);/) { match in
      UInt32(match.output.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "?"
    }
  }

  @Test func `any identifier can be drawn by Graphviz`() throws {
    let text = BatchPlanDOT.render(Self.plan(Self.hostile, isChain: true))
    let lines = text.split(separator: "\n")
    let labels = lines.compactMap {
      $0.wholeMatch(of: #/  n[0-9]+ \[label="((?:[^"\\]|\\.)*)"\]/#)?.output.1
    }
    let names = labels.map { label in
      String(label).replacing(/\\(.)/) { $0.output.1 }.replacing("&amp;", with: "&")
    }
    #expect(names == Self.hostile)
    #expect(labels.allSatisfy { !$0.replacing("\\\\", with: "").contains(/\\[^"]/) })
    let edges = lines.filter { $0.wholeMatch(of: #/  n[0-9]+ -> n[0-9]+/#) != nil }
    #expect(labels.count + edges.count + 4 == lines.count)
  }

  @Test func `signs that steer a terminal are not shown`() {
    let plan = Self.plan(["a\u{1B}[2Jb\nc\u{7}", "\u{9B}x", String(repeating: "y", count: 500)])
    for text in [
      BatchPlanText.render(plan, style: plain), BatchPlanMermaid.render(plan),
      BatchPlanDOT.render(plan),
    ] {
      let isClean = text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      }
      #expect(isClean)
      #expect(text.split(separator: "\n").allSatisfy { $0.count < 180 })
    }
  }
}

extension [PlannedBuild] {
  /// Another order of the same builds.
  fileprivate mutating func shuffleKeepingParents(using random: inout SeededRandom) {
    let order = indices.shuffled(using: &random)
    var places = [Int](repeating: 0, count: count)
    for (place, number) in order.enumerated() { places[number] = place }
    self = order.map { number in
      var build = self[number]
      build.parents = build.parents.map { places[$0] }.sorted()
      return build
    }
  }
}
