import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// What is said of other buildspecs that a batch names.
@Suite struct BatchChildTests {
  private static let nested = RuleCheck.withBuild("batch:\n  build-list:\n    - identifier: one")
  private static let broken = "version: 0.2\nphases:\n  build:\n    commands:\n      - echo a: b\n"

  @Test func `a batch in a buildspec of a build is not read`() {
    let found = RuleCheck.expect(
      "BS720", at: list("«a.yml»", "b.yml"), context(["a.yml": Self.nested, "b.yml": ""]))
    #expect(
      found.map(\.message) == [
        "the `batch` of this buildspec (a.yml:6:1) is not read when it runs as a build of a batch"
      ])
    #expect(found.map(\.severity) == [.info])
  }

  @Test func `it is said when nothing else is in it`() {
    let found = RuleCheck.findings(
      "BS720", in: list("a.yml"),
      context([
        "a.yml": "version: 0.2\nbatch:\n  build-list:\n    - identifier: a\n      buildspec: b.yml"
      ]))
    #expect(found.first?.message.hasSuffix("and there are no phases to run") == true)
  }

  @Test func `the first error that CodeBuild refuses is named with its place`() {
    let found = RuleCheck.expect(
      "BS722", at: list("«ci/a.yml»", "b.yml", "ci/a.yml", "no.yml"),
      context(["ci/a.yml": Self.broken, "b.yml": RuleCheck.withBuild("")]))
    #expect(found.map(\.severity) == [.error])
    #expect(
      found.first?.message.hasPrefix("this buildspec cannot be run: ci/a.yml:5:") == true)
    #expect(found.first?.serviceMessage?.hasPrefix("YAML_FILE_ERROR") == true)
    #expect(found.first?.related.map(\.message) == ["named here too"])
  }

  @Test func `a matrix and a graph name buildspecs, too`() {
    RuleCheck.expect(
      "BS722",
      at: RuleCheck.withBuild(
        "batch:\n  build-graph:\n    - identifier: a\n      buildspec: «a.yml»"),
      context(["a.yml": Self.broken]))
    RuleCheck.expect(
      "BS722",
      at: RuleCheck.withBuild(
        "batch:\n  build-matrix:\n    dynamic:\n      buildspec: [b, «a.yml»]"),
      context(["a.yml": Self.broken]))
  }

  @Test(arguments: [
    ("version: 0.2\nphases:\n  build:\n\tcommands: [make]\n", Severity.error as Severity?),
    ("", .error),
    (broken + "# buildspec: ignore-file", .error),
    (
      "version: 0.2\nphases:\n  postbuild:\n    commands: [make]\n  build:\n    commands: [make]\n",
      .error
    ),
    ("version: 0.2\nphases:\n  build:\n    commands: {a: b}\n", .warning),
    ("version: 0.2\nenv:\n  variables:\n    A: b\n", .warning),
    (RuleCheck.commands("- []"), .warning),
    // What only a batch or another image makes wrong.
    (RuleCheck.withBuild("batch:\n  build-list:\n    - buildspec: a.yml"), nil),
    (RuleCheck.runtimes("cobol: 85"), nil),
    (RuleCheck.withBuild("batch:\n  build-list: wrong"), nil),
    // Our limits are not CodeBuild's.
    (String(repeating: "[", count: 100), nil),
    (RuleCheck.commands("- npm test || true"), nil),
  ])
  func `what keeps a build from running`(_ text: String, _ severity: Severity?) {
    let found = RuleCheck.findings("BS722", in: list("a.yml"), context(["a.yml": text]))
    #expect(found.first?.severity == severity, "\(text)")
    #expect(found.count == (severity == nil ? 0 : 1))
  }

  @Test func `only paths of the source are read, each once, and not without end`() {
    var asked: [String] = []
    let context = LintContext()
    context.buildspec = { path in
      asked.append(path)
      return BuildspecFile(source: SourceText(path: path, text: Self.nested))
    }
    _ = RuleCheck.findings(
      "BS720",
      in: list("$A", "/etc/a.yml", "arn:aws:s3:::b/a.yml", "https://a/b.yml", "a.yml", "a.yml"),
      context)
    // Two rules ask.
    #expect(asked == ["a.yml", "a.yml"])
    asked = []
    let many = (1...300).map { "a\($0).yml" }
    let found = RuleCheck.findings("BS720", in: list(many), context)
    #expect(found.count == 250)
    #expect(asked.count == 500)
  }

  @Test func `much text is not read to its end`() {
    let big = Self.nested + String(repeating: "# long\n", count: 300_000)
    let files = Dictionary(uniqueKeysWithValues: (1...9).map { ("a\($0).yml", big) })
    let found = RuleCheck.findings("BS720", in: list(files.keys.sorted()), context(files))
    #expect(found.count == 2)
  }

  @Test func `files that name each other are read once`() {
    let a = list("b.yml")
    let b = list("buildspec.yml", "b.yml")
    let found = RuleCheck.findings(
      "BS720", in: a, context(["buildspec.yml": a, "b.yml": b]))
    #expect(found.count == 1)
    #expect(RuleCheck.findings("BS722", in: a, context(["b.yml": b])) == [])
  }

  @Test func `nothing is said without a source or of a file that cannot be read`() {
    #expect(RuleCheck.findings("BS720", in: MarkedText(list("a.yml")).text) == [])
    #expect(
      RuleCheck.findings("BS722", in: list("a.yml") + "\n\t- x: [", context(["a.yml": Self.broken]))
        == [])
  }

  private func list(_ paths: String...) -> String { list(paths) }

  private func list(_ paths: [String]) -> String {
    let builds = paths.enumerated().map { index, path in
      "    - identifier: b\(index)\n      buildspec: \(path)\n"
    }
    return RuleCheck.withBuild("batch:\n  build-list:\n" + builds.joined())
  }

  private func context(_ files: [String: String]) -> LintContext {
    let context = LintContext(fileExists: { _ in true })
    context.buildspec = { path in
      files[path].map { BuildspecFile(source: SourceText(path: path, text: $0)) }
    }
    return context
  }
}
