import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

/// Every rule carries its own tests: an example in which it fires and one in which it is silent.
@Suite struct RuleExamplesTests {
  static let infos = RuleCatalog.rules.map { $0.info }

  @Test(arguments: infos.map(\.identity))
  func `the bad example fires`(_ identity: RuleIdentity) throws {
    let info = try #require(Self.infos.first { $0.identity == identity })
    var policy = LintPolicy()
    // Optional rules run only when they are named.
    policy.flags.levels = [
      .init(rules: try #require(RuleSelector(identity.code)), severity: info.severity)
    ]
    let found = try findings(in: info.bad, path: info.examplePath, info, policy)
    #expect(found.contains { $0.rule == identity })
  }

  @Test(arguments: infos.map(\.identity))
  func `the good example has no findings at all`(_ identity: RuleIdentity) throws {
    let info = try #require(Self.infos.first { $0.identity == identity })
    #expect(try findings(in: info.good, info) == [])
  }

  @Test func `codes and names are unique and the catalogue is sorted`() {
    let codes = Self.infos.map(\.identity.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(Set(Self.infos.map(\.identity.name)).count == codes.count)
  }

  @Test func `many files at once have the findings that each has alone`() {
    let files = Self.infos.map { info in
      BuildspecFile(source: SourceText(path: info.examplePath, text: info.bad))
    }
    // More than a machine word has bits.
    #expect(files.count > 64)
    let together = files.map { LintJob($0, LintContext(), LintPolicy()) }
    Linter.lint(together)
    #expect(together.map(\.findings) == files.map { Linter.lint($0) })
  }

  @Test func `a rule that needs a project is silent without one`() {
    let infos = Self.infos.filter { $0.project != nil }
    #expect(infos.count > 10)
    for info in infos {
      let source = SourceText(path: info.examplePath, text: info.bad)
      let found = Linter.lint(BuildspecFile(source: source), LintContext(fileExists: { _ in true }))
      #expect(!found.contains { $0.rule == info.identity }, "\(info.identity.name)")
    }
  }

  @Test(arguments: infos.map(\.identity).filter(RuleCatalog.isOptional))
  func `an optional rule is silent until it is named`(_ identity: RuleIdentity) throws {
    let info = try #require(Self.infos.first { $0.identity == identity })
    #expect(try !findings(in: info.bad, info).contains { $0.rule == identity })
  }

  private func findings(
    in text: String, path: String = "buildspec.yml", _ info: RuleInfo,
    _ policy: LintPolicy = LintPolicy()
  ) throws -> [Diagnostic] {
    let project = try info.project.map {
      try ProjectFile(SourceText(path: "project.json", text: $0)).project(named: nil)
    }
    let context = LintContext(fileExists: { !$0.contains("missing") }, project: project)
    context.buildspec = { path in
      guard let other = info.otherFile, other.path == path else { return nil }
      return BuildspecFile(source: SourceText(path: path, text: other.text))
    }
    return Linter.lint(
      BuildspecFile(source: SourceText(path: path, text: text)), context, policy)
  }
}
