import BuildspecLint
import BuildspecModel
import Diagnostics
import Reporting
import TestSupport
import Testing

/// A pair of files is a test: `err/<rule>*.yml` and what lint prints for it in `.out`. Dropping two
/// files adds a case. After `--` stands the name that lint sees, where a rule looks at it. A third file,
/// `.project.json`, tells of the project; the name is then `buildspec.yml`. A folder, `.source`, holds
/// other files of the source.
@Suite struct LintFixtureTests {
  static let folder = Snapshot.path("Fixtures/lint/err")
  static let projects = TestFiles.list(folder).filter { $0.hasSuffix(".project.json") }
  static let cases = TestFiles.list(folder).filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }

  @Test(arguments: cases)
  func `lint prints what the .out file says`(_ name: String) throws {
    let bytes = try TestFiles.read(Self.folder + "/" + name)
    let source = SourceText(path: seenName(name), bytes: bytes)
    let findings = Linter.lint(
      BuildspecFile(source: source), try context(name), policy(for: name))
    let file = FileFindings(source: source, diagnostics: findings)
    let text = FindingsReport.render([file], as: .text, style: Style(isColored: false))
    try Snapshot.expect(text, in: Self.folder + "/" + stem(name) + ".out")
  }

  @Test func `every rule has a fixture and a page`() {
    let pages = TestFiles.list(Snapshot.path("../docs/rules"))
    let names = RuleCatalog.rules.map { $0.info.identity.name }
    let withoutFixture = names.filter { name in !Self.cases.contains { $0.hasPrefix(name) } }
    #expect(withoutFixture == [])
    #expect(pages == (names.map { "\($0).md" } + ["README.md"]).sorted(), "run `make docs`")
  }

  private func context(_ name: String) throws -> LintContext {
    let context = LintContext()
    let source = Self.folder + "/" + stem(name) + ".source/"
    context.buildspec = { path in
      let bytes = try? TestFiles.read(source + path)
      return bytes.map { BuildspecFile(source: SourceText(path: path, bytes: $0)) }
    }
    guard hasProject(name) else { return context }
    let project = stem(name) + ".project.json"
    let bytes = try TestFiles.read(Self.folder + "/" + project)
    let file = try ProjectFile(SourceText(path: project, bytes: bytes))
    return LintContext(fileExists: { _ in true }, project: try file.project(named: nil))
  }

  private func hasProject(_ name: String) -> Bool {
    Self.projects.contains(stem(name) + ".project.json")
  }

  /// With the optional rule that the file is for.
  private func policy(for name: String) -> LintPolicy {
    var policy = LintPolicy()
    let rules = RuleCatalog.rules.map { $0.info }.filter { name.hasPrefix($0.identity.name) }
    policy.flags.levels = rules.filter { RuleCatalog.isOptional($0.identity) }.compactMap { info in
      RuleSelector(info.identity.code).map { .init(rules: $0, severity: info.severity) }
    }
    return policy
  }

  private func seenName(_ name: String) -> String {
    if name.split(separator: "--").count == 2 { return String(name.split(separator: "--")[1]) }
    return hasProject(name) ? "buildspec.yml" : name
  }

  private func stem(_ name: String) -> String {
    String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
  }
}
