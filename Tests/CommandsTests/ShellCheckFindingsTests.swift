import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

@testable import Commands

/// What becomes of the findings of the real ShellCheck: places, variables, fixes.
@Suite struct ShellCheckFindingsTests {
  private static let head = "version: 0.2\nphases:\n  build:\n    commands:\n"

  @Test(arguments: [
    "      - echo «$A» é𝄞 «$B» x\n",
    "      - echo a\n        «$B»\n\n        «${C}»d\n",
    "      - 'echo ''x''\t«$A» ''é'' «$B»'\n",
    "      - \"echo \\\"x\\\" \\u00e9\\t«$A» «$B»\\\n        «$C»\"\n",
    "      - |\n        true\n\n          echo é «$A»\n        echo\t«$B»\n",
    "      - |2-\n          echo «$A»\n        echo «$B»\n",
    "      - >\n        echo x\n        «$A»\n          echo «$B»\n\n        echo «$C»\n",
    "      - &x echo «$A»\n      - >-\n        echo «$A»\n",
  ])
  func `places are exact in every style`(_ commands: String) async throws {
    let marked = MarkedText(Self.head + commands)
    let found = try await lint(marked.text).filter { $0.rule.code == "SC2086" }
    #expect(found.map(\.range) == marked.ranges)
    let windows = try await lint(marked.text.replacing("\n", with: "\r\n"))
    #expect(windows.filter { $0.rule.code == "SC2086" }.count == marked.ranges.count)
  }

  @Test(arguments: [
    ("- echo $A é $B x", "- echo \"$A\" é \"$B\" x"),
    ("- echo a\n        $A\n        b", "- echo a\n        \"$A\"\n        b"),
    ("- 'echo ''x'' $A'", "- 'echo ''x'' \"$A\"'"),
    ("- \"echo \\\"x\\\"\\t$A\"", "- \"echo \\\"x\\\"\\t\\\"$A\\\"\""),
    ("- |\n        echo $A\n        rm $B", "- |\n        echo \"$A\"\n        rm \"$B\""),
    ("- |2\n          echo $A", "- |2\n          echo \"$A\""),
    ("- >\n        echo\n        $A\n        b", "- >\n        echo\n        \"$A\"\n        b"),
    ("- [echo $A]", "- [echo $A]"),
    // A plain scalar that would begin with a quote is another one.
    ("- $A/tool x", "- $A/tool x"),
    ("- \"$A/tool x\"", "- \"\\\"$A\\\"/tool x\""),
  ])
  func `fixes are written as the style wants`(_ command: String, _ fixed: String) async throws {
    let text = Self.head + "      \(command)\n"
    #expect(try await fix(text, allowsUnsafe: true) == Self.head + "      \(fixed)\n")
    #expect(try await fix(text, allowsUnsafe: false) == text)
  }

  @Test func `fixes in brackets are made when YAML reads them as meant`() async throws {
    let head = "version: 0.2\nphases: {build: {commands: "
    let text = head + "[echo $A, 'echo $B', $C/y z]}}\n"
    #expect(
      try await fix(text, allowsUnsafe: true) == head + "[echo \"$A\", 'echo \"$B\"', $C/y z]}}\n")
  }

  @Test func `backticks are the one safe fix, and only where nothing is escaped`() async throws {
    let text = Self.head + "      - 'X=`date` && export X'\n      - 'Y=`echo \\`date\\``'\n"
    let fixed = try await fix(text, allowsUnsafe: false, "select: [SC2006]")
    #expect(fixed == text.replacing("`date` &&", with: "$(date) &&"))
  }

  @Test func `variables of the file, of CodeBuild and of earlier commands are known`() async throws
  {
    let marked = MarkedText(
      """
      version: 0.2
      env:
        variables: {plain: a}
        parameter-store: {stored: /a}
        secrets-manager: {secret: a}
        exported-variables: [told]
      phases:
        install:
          commands:
            - echo "$plain $stored $secret $told «$early»"
            - early=1; read -r line other < x; for file in a b; do true; done
            - |
              printf -v shown %s a
              : "${fallback:=x}"
        build:
          commands:
            - echo "$early $line $other $file $shown $fallback «$misspelt»"
            - . ./more.sh
            - echo "$misspelt"

      """)
    let found = try await lint(marked.text).filter { $0.rule.code == "SC2154" }
    #expect(found.map(\.range) == marked.ranges)
    let old = try await lint(
      Self.head.replacing("0.2", with: "0.1") + "      - a=1\n      - b $a\n")
    #expect(old.contains { $0.rule.code == "SC2154" }, "nothing carries over in version 0.1")
  }

  @Test(arguments: [
    // Not read again here; a later command may.
    ("- unused=1", []),
    ("- . ./file", []),
    ("- cd x", []),
    ("- cd x; make", ["BS424"]),
    ("- cd x; pwd", ["SC2164"]),
    ("- |\n        cd x\n        make", ["BS401"]),
    ("- |\n        set -e\n        cd x\n        make", []),
    ("- export A=$(date)", ["SC2155"]),
    ("- export A=\"$(aws sts get-caller-identity)\"", ["BS432"]),
    ("- |\n        exit 0\n        make", ["BS307"]),
    ("- |\n        make a \\ \n          b", ["BS401", "BS418"]),
    ("- if true; then", ["BS439"]),
    ("- if [[ -f a ]]; then b; fi", ["BS404"]),
    ("- make &> x", ["SC3020"]),
    ("- $(aws ecr get-login --no-include-email)", ["BS411"]),
    ("- pip install .[test]", []),
    ("- echo `date +%s`", ["SC2046"]),
    ("- for x in $(ls *.txt); do echo; done", ["SC2035", "SC2045"]),
    ("- echo ok\n      # buildspec: ignore[SC2086] words\n      - echo $A", []),
    ("- |\n        # shellcheck disable=SC2086\n        echo $A", []),
    ("- |\n        echo $A\n        # shellcheck disable=SC2086\n        echo $A", ["SC2086"]),
    ("- echo $A # buildspec: ignore[shellcheck] words", []),
    ("- echo # buildspec: ignore[SC2086] words", ["BS919"]),
  ])
  func `only what helps is kept`(_ commands: String, _ codes: [String]) async throws {
    let found = try await lint(Self.head + "      \(commands)\n")
    #expect(found.filter { $0.rule.code != "BS402" }.map(\.rule.code).sorted() == codes)
  }

  @Test func `windows commands are left alone, and bash is read as bash`() async throws {
    let windows = "version: 0.2\nphases: {build: {commands: [echo $A, '$Env:B = 1']}}\n"
    #expect(try await lint(windows).isEmpty)
    let bash = "version: 0.2\nenv: {shell: bash}\nphases: {build: {commands: [exit 1 &> x]}}\n"
    #expect(try await lint(bash).isEmpty)
    #expect(try await lint(bash.replacing("bash", with: "sh")).map(\.rule.code) == ["SC3020"])
  }

  @Test func `severities are ours, a finding has its page, and codes are rules`() async throws {
    let text = Self.head + "      - export A=$(date)\n      - echo $A `date`\n      - (echo\n"
    let found = try await lint(text)
    #expect(
      found.map { "\($0.rule.code) \($0.severity)" } == [
        "SC2155 warning", "SC2086 info", "SC2046 warning", "BS439 error",
      ])
    #expect(found[1].help == "https://www.shellcheck.net/wiki/SC2086")
    #expect(try await codes(text, "select: [SC21]") == ["SC2155"])
    #expect(
      try await codes(text, "select: [shellcheck]") == ["SC2155", "SC2086", "SC2006", "SC2046"])
    #expect(try await codes(text, "ignore: [sc2046, SC2086]") == ["SC2155", "BS439"])
    #expect(try await codes(text, "ignore: [SC]\nseverity: {SC2006: info}") == ["BS439"])
    #expect(try await codes(text, "severity: {SC2006: info, SC2: off}") == ["SC2006", "BS439"])
    let raised = try await lint(text, policy("severity: {SC2086: error}"))
    #expect(raised.filter { $0.severity == .error }.map(\.rule.code) == ["SC2086", "BS439"])
  }

  @Test func `a baseline knows the findings of shellcheck`() async throws {
    let text = Self.head + "      - echo $A\n"
    let source = SourceText(path: "b.yml", text: text)
    var baseline = Baseline()
    baseline.add(try await lint(text), in: source, as: "b.yml")
    #expect(baseline.counts.keys.map(\.code) == ["SC2086"])
    #expect(baseline.unknown(among: try await lint(text), in: source, as: "b.yml").isEmpty)
  }

  // MARK: -

  private func lint(
    _ text: String, _ policy: LintPolicy = LintPolicy()
  ) async throws -> [Diagnostic] {
    let store = try Self.store()
    return try await offPool { Self.lint(text, policy, store) }
  }

  private func fix(
    _ text: String, allowsUnsafe: Bool, _ config: String = "select: [SC]"
  ) async throws -> String {
    let (store, policy) = (try Self.store(), try policy(config))
    return try await offPool {
      let engine = FixEngine(allowsUnsafe: allowsUnsafe) { Self.lint($0.string, policy, store) }
      return engine.fix(SourceText(path: "b.yml", text: text)).source.string
    }
  }

  private static func lint(
    _ text: String, _ policy: LintPolicy, _ store: ShellCheckStore
  ) -> [Diagnostic] {
    let context = LintContext()
    context.shellCheck = store.comments
    let file = BuildspecFile(source: SourceText(path: "b.yml", text: text))
    return Linter.lint(file, context, policy)
  }

  private static func store() throws -> ShellCheckStore {
    let program = try #require(ShellCheckProgram.find(), "scripts/setup.sh installs ShellCheck")
    return ShellCheckStore(ShellCheckRunner(program: program))
  }

  private func policy(_ config: String) throws -> LintPolicy {
    let (config, mistakes) = LintConfig.read(SourceText(path: "c.yml", text: config))
    #expect(mistakes.isEmpty)
    var policy = LintPolicy()
    policy.config = config.choice
    return policy
  }

  private func codes(_ text: String, _ config: String) async throws -> [String] {
    try await lint(text, policy(config)).map(\.rule.code)
  }
}

extension SourceText {
  fileprivate var string: String { String(decoding: bytes, as: UTF8.self) }
}
