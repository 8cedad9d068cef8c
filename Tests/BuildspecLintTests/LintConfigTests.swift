import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@Suite struct LintConfigTests {
  @Test func `a config chooses rules by code, name and beginning`() {
    #expect(codes("select: [BS2, empty-section]") == ["BS118", "BS204"])
    #expect(codes("select: BS118\nignore: []") == ["BS118"])
    #expect(codes("ignore: [empty-section, BS2]") == ["BS103"])
    #expect(codes("severity: {BS204: off, BS118: off}") == ["BS103"])
    #expect(codes("") == ["BS103", "BS118", "BS204"])
  }

  @Test func `the closest name decides the severity`() {
    let findings = lint(policy("severity:\n  BS2: info\n  command-null: error\n  BS103: info\n"))
    #expect(
      Dictionary(uniqueKeysWithValues: findings.map { ($0.rule.code, $0.severity) })
        == ["BS103": .info, "BS118": .warning, "BS204": .error])
  }

  @Test func `flags come over the config`() throws {
    var policy = policy("select: [BS1]\nignore: [BS204]\nseverity: {BS103: info}")
    policy.flags.select = [
      try #require(RuleSelector("BS204")), try #require(RuleSelector("BS103")),
    ]
    #expect(lint(policy).map(\.rule.code) == ["BS103", "BS204"])
    policy.flags.levels = [
      RuleChoice.Level(rules: try #require(RuleSelector("BS103")), severity: .error)
    ]
    #expect(lint(policy).map(\.severity) == [.error, .warning])
    policy.flags.ignore = [try #require(RuleSelector("BS1"))]
    #expect(lint(policy).map(\.rule.code) == ["BS204"])
  }

  @Test func `an ignore comment for a rule that is off is not called unused`() {
    let text = "version: 0.2\nphases: {build: {commands: [a]}} # buildspec: ignore[BS204] x\n"
    let source = SourceText(path: "b.yml", text: text)
    let off = Linter.lint(BuildspecFile(source: source), LintContext(), policy("ignore: [BS204]"))
    #expect(off == [])
    #expect(Linter.lint(BuildspecFile(source: source)).map(\.rule.code) == ["BS919"])
  }

  @Test(arguments: [
    ("«selct»: [BS2]\n", "BC002", "did you mean `select`?"),
    (
      "«shell»: bash\n", "BC002",
      "the keys are `select`, `ignore`, `severity`, `per-file-ignores`, `image`, `project`, "
        + "`shellcheck`"
    ),
    ("image: «aws/codebuild/standrad:7.0»\n", "BC006", nil), ("image: «[a]»\n", "BC003", nil),
    ("project: «{a: b}»\n", "BC003", nil),
    ("select: [«BS9999»]\n", "BC004", "did you mean `BS909`?"),
    ("ignore: [«comand-null»]\n", "BC004", "did you mean `command-null`?"),
    (
      "severity: {BS204: «warn»}\n", "BC005",
      "the severities are `error`, `warning`, `info` and `off`"
    ),
    ("select: «{a: b}»\n", "BC003", nil), ("«[a]»\n", "BC003", nil),
    ("per-file-ignores: {\"*.yml\": [«BSX»]}\n", "BC004", "see `buildspec rules`"),
    ("ignore: []\n«ignore»: []\n", "BC001", nil), ("ignore: [«»\n", "BC001", nil),
  ])
  func `mistakes are findings with a place`(
    _ marked: String, _ code: String, _ help: String?
  ) {
    let marks = MarkedText(marked)
    let findings = LintConfig.read(SourceText(path: "c", text: marks.text)).findings
    #expect(findings.map(\.rule.code) == [code])
    if code != "BC001" { #expect(findings.map(\.range) == marks.ranges) }
    #expect(findings.first?.help == help)
  }

  private func policy(_ config: String) -> LintPolicy {
    let (config, findings) = LintConfig.read(SourceText(path: "c", text: config))
    #expect(findings == [])
    var policy = LintPolicy()
    policy.config = config.choice
    return policy
  }

  private func codes(_ config: String) -> [String] {
    lint(policy(config)).map(\.rule.code).sorted()
  }

  private func lint(_ policy: LintPolicy) -> [Diagnostic] {
    let text = "version: 0.1\nphases:\n  install:\n  build:\n    commands:\n      - a\n      -\n"
    let file = BuildspecFile(source: SourceText(path: "b.yml", text: text))
    return Linter.lint(file, LintContext(), policy)
  }
}
