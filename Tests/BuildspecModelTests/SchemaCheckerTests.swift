import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@Suite struct SchemaCheckerTests {
  @Test func `a departure names its key, its section and its place`() throws {
    let marked = MarkedText("version: 0.2\nphases:\n  build:\n    commands:\n      «a: b»\n")
    let problem = try #require(check(marked.text).first)
    #expect(problem.kind == .wrongType(key: "commands", expected: .commands, found: .mapping))
    #expect(problem.section == .phase)
    #expect(problem.range == marked.ranges[0])
  }

  @Test(arguments: [
    ("extra: 1\n", SchemaProblem.Kind.unknownKey("extra")),
    ("phases:\n", .noValue("phases")),
    ("artifacts:\n  discard-paths: maybe\n", .notBoolean(key: "discard-paths", text: "maybe")),
    ("artifacts:\n  files: a\n", .textForList("files")),
    ("artifacts:\n  files: [[a]]\n", .itemNotText(key: "files", found: .list)),
    ("phases:\n  build:\n    commands: [a, b: c]\n", .command(.isMapping, index: 1)),
    ("phases:\n  build:\n    commands: [a, ]\n    finally: [~]\n", .command(.isNull, index: 0)),
    ("phases:\n  build:\n    commands: [yes]\n", .command(.isNotText("boolean"), index: 0)),
    ("batch:\n  build-fanout:\n    parallelism: x\n", .notInteger(key: "parallelism", text: "x")),
    ("env:\n  variables:\n    A: [1]\n", .wrongType(key: "A", expected: .text, found: .list)),
  ])
  func `each kind of departure is found`(_ text: String, _ kind: SchemaProblem.Kind) {
    #expect(check(text).map(\.kind) == [kind])
  }

  @Test func `every key of every section can be found again`() {
    for section in SectionID.allCases {
      for key in SectionTable.keys(of: section) {
        #expect(SectionTable.key(key.name, in: section)?.name == key.name)
        #expect(!key.summary.isEmpty)
      }
    }
  }

  private func check(_ text: String) -> [SchemaProblem] {
    BuildspecFile(source: SourceText(path: "buildspec.yml", text: text)).problems
  }
}
