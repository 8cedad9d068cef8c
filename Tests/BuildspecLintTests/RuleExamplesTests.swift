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
    let found = findings(in: info.bad, path: info.examplePath, policy)
    #expect(found.contains { $0.rule == identity })
  }

  @Test(arguments: infos.map(\.identity))
  func `the good example has no findings at all`(_ identity: RuleIdentity) throws {
    let info = try #require(Self.infos.first { $0.identity == identity })
    #expect(findings(in: info.good) == [])
  }

  @Test func `codes and names are unique and the catalogue is sorted`() {
    let codes = Self.infos.map(\.identity.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(Set(Self.infos.map(\.identity.name)).count == codes.count)
  }

  @Test(arguments: infos.map(\.identity).filter(RuleCatalog.isOptional))
  func `an optional rule is silent until it is named`(_ identity: RuleIdentity) throws {
    let info = try #require(Self.infos.first { $0.identity == identity })
    #expect(!findings(in: info.bad).contains { $0.rule == identity })
  }

  private func findings(
    in text: String, path: String = "buildspec.yml", _ policy: LintPolicy = LintPolicy()
  ) -> [Diagnostic] {
    Linter.lint(
      BuildspecFile(source: SourceText(path: path, text: text)),
      LintContext(fileExists: { !$0.contains("missing") }), policy)
  }
}
