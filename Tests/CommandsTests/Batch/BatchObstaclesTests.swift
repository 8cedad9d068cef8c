import BuildPlanning
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@testable import Commands

/// What keeps a batch from being planned, in the words of lint.
struct BatchObstaclesTests {
  private func codes(_ batch: String) -> [String] {
    let source = SourceText(path: "buildspec.yml", text: "version: 0.2\nbatch:\n" + batch)
    let file = BuildspecFile(source: source)
    let found = BatchObstacles.find(in: file)
    // Who is told of nothing can have a plan.
    #expect(found.isEmpty == (BatchPlanner.plan(file, isOnHost: true) != nil))
    return found.map(\.rule.code)
  }

  @Test(arguments: [
    ("  build-list: [{identifier: a}]\n  build-fanout: {parallelism: 2}", "BS701"),
    ("  build-list: [{buildspec: a.yml}]", "BS702"),
    ("  build-list: [{identifier: a}, {identifier: a}]", "BS704"),
    ("  build-graph: [{identifier: a, depend-on: [b]}]", "BS705"),
    ("  build-graph: [{identifier: a, depend-on: [$B]}]", "BS705"),
    ("  build-graph: [{identifier: a, depend-on: [a]}]", "BS706"),
    ("  build-graph: [{identifier: a, depend-on: [b]}, {identifier: b, depend-on: [a]}]", "BS707"),
    ("  build-fanout: {parallelism: 20000}", "BS715"),
    ("  build-fanout: {parallelism: 0}", "BS718"), ("  build-fanout: {parallelism: $N}", "BS718"),
    ("  build-fanout: {}", "BS718"), ("  build-fanout: {paralelism: 2}", "BS718"),
    ("  build-list: [{name: a}]", "BS702"), ("  build-list: [{identifier: }]", "BS702"),
    ("  build-list: a", "BS201"),
    ("  build-list: [a]", "BS201"),
  ])
  func `a batch without a plan has a reason`(batch: String, code: String) {
    #expect(codes(batch) == [code])
  }

  @Test func `what is wrong with phases is not the batch's affair`() {
    #expect(
      codes("  build-list: [{identifier: a, buildspec: a.yml}]\nphases: {build: {commands: {}}}\n")
        == [])
  }

  @Test func `a file that is not YAML is told as it is`() {
    let source = SourceText(path: "buildspec.yml", text: "batch: [")
    #expect(!BatchObstacles.find(in: BuildspecFile(source: source)).isEmpty)
  }

  @Test(.enabled(if: Corpus.exists, "the corpus of real buildspecs is not here"))
  func `every real batch has a plan, or a reason why not`() throws {
    var (planned, explained) = (0, 0)
    for part in ["valid", "broken"] {
      for name in Corpus.files(in: part) {
        let file = BuildspecFile(source: try Corpus.source(part, name))
        guard file.buildspec.batch != nil else { continue }
        if BatchPlanner.plan(file, isOnHost: true) != nil {
          planned += 1
        } else if !BatchObstacles.find(in: file).isEmpty {
          explained += 1
        } else {
          let batch = try #require(file.buildspec.batch)
          #expect(batch.buildCount == 0, "\(name)")
        }
      }
    }
    #expect(planned >= 117)
    print("batches: \(planned) planned, \(explained) explained")
  }
}
