import BuildspecLint
import Diagnostics
import Testing

/// Paths of artifacts, reports and caches, and the form of the file.
@Suite struct PathRuleTests {
  @Test func `a path names its base again only as a whole`() {
    RuleCheck.expect(
      "BS603",
      at: RuleCheck.withBuild(
        """
        artifacts:
          base-directory: ./dist/
          files:
            - «dist/**/*»
            - distribution/a
            - a/dist/b
            - «./dist/c»
        reports:
          unit:
            base-directory: $OUT
            files: $OUT/a.xml
        """))
    #expect(
      RuleCheck.fixed(
        RuleCheck.withBuild("artifacts:\n  base-directory: dist\n  files:\n    - dist/**/*"),
        by: "BS603")
        == RuleCheck.withBuild("artifacts:\n  base-directory: dist\n  files:\n    - '**/*'"))
  }

  @Test func `only names of directories lack a pattern`() {
    RuleCheck.expect(
      "BS621",
      at: RuleCheck.withBuild(
        """
        cache:
          paths:
            - «node_modules»
            - «out/»
            - yarn.lock
            - /root/.m2/**/*
            - $DIR/node_modules
            - a/*
        """))
  }

  @Test(arguments: [
    "«'a/***/b'»", "«'a[b'»", "«'a]b'»", "«'{a,b'»", "'{a,b}'", "'[ab]/**/*.c'", "'${A[0]'",
    "'**/*'",
  ])
  func `brackets of a pattern match`(_ pattern: String) {
    RuleCheck.expect(
      "BS622", at: RuleCheck.withBuild("artifacts:\n  files:\n    - \(pattern)"))
  }

  @Test(arguments: [
    ("./a", "a"), ("'./**/*'", "'**/*'"), ("\"./a\"", "\"a\""),
  ])
  func `a prefix that says nothing goes`(_ path: String, _ fixed: String) {
    #expect(
      RuleCheck.fixed(RuleCheck.withBuild("artifacts:\n  files:\n    - \(path)"), by: "BS602")
        == RuleCheck.withBuild("artifacts:\n  files:\n    - \(fixed)"))
  }

  @Test func `a plain path that would start a sign of YAML's is not fixed`() {
    let text = RuleCheck.withBuild("artifacts:\n  files:\n    - ./**/*.jar")
    #expect(RuleCheck.findings("BS602", in: text).map { $0.fix == nil } == [true])
  }

  @Test(arguments: [
    "base-directory: out", "exclude-paths: .git/**/*", "exclude-paths: ['**/.*/**/*']",
    "discard-paths: yes",
  ])
  func `hidden files may be left out in several ways`(_ key: String) {
    RuleCheck.expect(
      "BS817", at: RuleCheck.withBuild("artifacts:\n  files: '**/*'\n  \(key)"))
  }

  @Test func `the fix adds exclude-paths above the files`() {
    #expect(
      RuleCheck.fixed(RuleCheck.withBuild("artifacts:\n  files:\n    - '**/*'"), by: "BS817")
        == RuleCheck.withBuild(
          "artifacts:\n  exclude-paths:\n    - .git/**/*\n  files:\n    - '**/*'"))
  }

  @Test(arguments: ["make test", "npm test", "codebuild-tests-run --test-command pytest", "./t.sh"])
  func `a fan-out may be split out of sight`(_ command: String) {
    RuleCheck.expect(
      "BS719",
      at: RuleCheck.commands("- pytest\n- \(command)")
        + "batch:\n  build-fanout:\n    parallelism: 2\n")
  }

  @Test func `names and paths of YAML's other kinds are put in quotes`() {
    let text = RuleCheck.withBuild("env:\n  variables:\n    yes: a")
    #expect(
      RuleCheck.fixed(text, by: "BS016")
        == RuleCheck.withBuild("env:\n  variables:\n    \"yes\": a"))
    RuleCheck.expect(
      "BS221",
      at: RuleCheck.withBuild(
        "artifacts:\n  files:\n    - «1e3»\n    - «on»\n    - '1'\n    - 1.2.3"))
  }

  @Test(arguments: [
    "on: push\n«jobs»:\n  a:\n    steps: []\n", "version: 2.1\norbs: {}\n«jobs»:\n  a: {}\n",
    "trigger: none\n«steps»:\n  - script: make\n", "«pipelines»:\n  default: []\n",
    "language: c\n«script»: make\n", "version: 1\n«frontend»:\n  phases: {}\n",
    "«unit»:\n  script: make\n", "jobs: {}\n", "version: 0.2\nphases: {}\nunit:\n  script: a\n",
    "build:\n  script: make\n",
  ])
  func `files of other systems are known by their keys`(_ text: String) {
    RuleCheck.expect("BS116", at: text)
  }

  @Test func `a byte order mark goes`() {
    let text = "version: 0.2\nphases: {}\n"
    #expect(RuleCheck.fixed("\u{FEFF}" + text, by: "BS004") == text)
  }
}
