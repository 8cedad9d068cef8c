import BuildspecLint
import Diagnostics
import Testing

/// Artifacts, reports and caches.
@Suite struct ArtifactRuleTests {
  @Test func `primary files may be missing next to secondary artifacts`() {
    let found = RuleCheck.expect(
      "BS601",
      at: RuleCheck.withBuild(
        "«artifacts»:\n  secondary-artifacts:\n    one:\n      files: [a]"))
    #expect(found.map(\.severity) == [.warning])
    let alone = RuleCheck.findings("BS601", in: RuleCheck.withBuild("artifacts:\n  name: x"))
    #expect(alone.map(\.severity) == [.error])
  }

  @Test(arguments: [
    "artifacts:\n  file: a", "artifacts:\n  paths: [a]", "artifacts:\n  files:", "artifacts:",
    "artifacts:\n  files: a",
  ])
  func `a slip of files, and files without a value, are left to their rules`(_ section: String) {
    #expect(RuleCheck.findings("BS601", in: RuleCheck.withBuild(section)) == [])
  }

  @Test(arguments: [
    ("artifacts:\n  files:\n    - «**/*»", "'**/*'"),
    ("artifacts:\n  files:\n    - a\n    # all\n    - «*.jar» # the jar", "'*.jar'"),
    ("artifacts:\n  files:\n    - «*jar»", "'*jar'"),
    ("artifacts:\n  files: «**/*»", "'**/*'"),
    ("artifacts:\n  files: [a, «*.jar», b]", "'*.jar'"),
    ("cache:\n  paths:\n  - «*.lock»", "'*.lock'"),
    ("artifacts:\n  exclude-paths:\n    - «*it's*»", "'*it''s*'"),
  ])
  func `a pattern is put in quotes`(_ marked: String, _ quoted: String) {
    let found = RuleCheck.expect("BS604", at: RuleCheck.withBuild(marked))
    #expect(found.first?.fix?.edits.first?.replacement == quoted)
    let text = RuleCheck.withBuild(marked).filter { $0 != "«" && $0 != "»" }
    for other in ["BS001", "BS007", "BS019"] {
      #expect(RuleCheck.findings(other, in: text) == [], "\(other)")
    }
  }

  @Test func `a star in a command is not a pattern of files`() {
    let text = RuleCheck.commands("- *.sh")
    #expect(RuleCheck.findings("BS604", in: text) == [])
    #expect(RuleCheck.findings("BS019", in: text).count == 1)
    #expect(RuleCheck.findings("BS604", in: RuleCheck.commands("- *make")) == [])
  }

  @Test func `patterns that end in the same name at any depth collide`() {
    let found = RuleCheck.expect(
      "BS605",
      at: RuleCheck.withBuild("artifacts:\n  files: [a, 'b/**/*']\n  discard-paths: «yes»"))
    #expect(found.first?.related.count == 1)
    for files in ["[a, b/*]", "['**/app.jar']", "['target/**/*.jar']"] {
      let text = RuleCheck.withBuild("artifacts:\n  files: \(files)\n  discard-paths: yes")
      #expect(RuleCheck.findings("BS605", in: text) == [])
    }
  }

  @Test(arguments: [
    ("my artifact", Severity.error), ("a.b", .error), ("a-b", .warning),
  ])
  func `identifiers of secondary artifacts`(_ name: String, _ severity: Severity) {
    let section = "artifacts:\n  files: [a]\n  secondary-artifacts:\n    \(name):\n      files: [a]"
    #expect(
      RuleCheck.findings("BS606", in: RuleCheck.withBuild(section)).map(\.severity) == [severity])
  }

  @Test func `a secondary artifact needs files`() {
    RuleCheck.expect(
      "BS606",
      at: RuleCheck.withBuild(
        "artifacts:\n  files: [a]\n  secondary-artifacts:\n    «one»:\n      name: x\n    two:\n"
          + "      files: [a]"))
  }

  @Test func `each report group without files is marked`() {
    RuleCheck.expect(
      "BS610",
      at: RuleCheck.withBuild(
        "reports:\n  «a»:\n    file-format: JUNITXML\n  b:\n    files: [x.xml]\n  c:\n    file: y"))
  }

  @Test func `a name or ARN that no report group can have`() {
    let found = RuleCheck.expect(
      "BS612",
      at: RuleCheck.withBuild(
        "reports:\n  «x»:\n    files: [a.xml]\n  $GROUP:\n    files: [a.xml]\n"
          + "  «arn:aws:s3:::bucket»:\n    files: [a.xml]\n"
          + "  arn:aws-cn:codebuild:cn-north-1:1:report-group/x:\n    files: [a.xml]"))
    #expect(found.count == 2)
  }

  @Test func `files without a format are read as JUnit`() {
    let found = RuleCheck.expect(
      "BS613",
      at: RuleCheck.withBuild(
        "reports:\n  a:\n    files: [«a.json», a.xml, '**/*']\n  b:\n    files: [«a.xml»]\n"
          + "    file-format: simplecov\n  c:\n    files: [a.json]\n    file-format: nonsense"))
    #expect(found.map(\.related.count) == [0, 1])
  }

  @Test func `the sixth fallback key is one too many`() {
    RuleCheck.expect(
      "BS617",
      at: RuleCheck.withBuild(
        "cache:\n  key: $K\n  fallback-keys: [a, b, c, d, e, «f», g]\n  paths: [x]"))
  }

  @Test(arguments: [
    ("load", Severity.error, "restore" as String?), ("Save", .warning, "save"),
    ("both", .error, nil),
  ])
  func `a cache restores or saves`(_ action: String, _ severity: Severity, _ meant: String?) {
    let found = RuleCheck.findings(
      "BS618", in: RuleCheck.withBuild("cache:\n  paths: [x]\n  action: \(action)"))
    #expect(found.map(\.severity) == [severity])
    #expect(found.first?.fix?.edits.first?.replacement == meant)
  }

  @Test(arguments: ["$X", "a-$(date)", "`date`", "a-%DATE%"])
  func `a key that the shell fills in changes`(_ key: String) {
    let text = RuleCheck.withBuild("cache:\n  key: '\(key)'\n  paths: [x]")
    #expect(RuleCheck.findings("BS619", in: text) == [])
  }

  @Test func `a cache that is only restored may have a fixed key`() {
    let text = RuleCheck.withBuild("cache:\n  key: base\n  action: restore\n  paths: [x]")
    #expect(RuleCheck.findings("BS619", in: text) == [])
  }

  @Test func `a brace that closes something is not stray`() {
    let stray = RuleCheck.withBuild("cache:\n  key: \"a-${X} }\"\n  paths: [x]")
    #expect(
      RuleCheck.fixed(stray, by: "BS620")
        == RuleCheck.withBuild("cache:\n  key: \"a-${X}\"\n  paths: [x]"))
    let fine = RuleCheck.withBuild("cache:\n  key: \"a-${X}\"\n  paths: [x]")
    #expect(RuleCheck.findings("BS620", in: fine) == [])
  }

  @Test func `fallback keys are looked at too`() {
    RuleCheck.expect(
      "BS620",
      at: RuleCheck.withBuild("cache:\n  key: $K\n  fallback-keys:\n    - a- «}»\n  paths: [x]"))
  }
}
