import BuildspecLint
import BuildspecModel
import Diagnostics
import Reporting
import Testing

@Suite struct EnvironmentRuleTests {
  @Test func `reserved names are those of CodeBuild but its two switches`() {
    RuleCheck.expect(
      "BS501",
      at: env(
        "variables:\n    «CODEBUILD_X»: a\n    CODEBUILD_CONFIG_AUTO_DISCOVER: a\n    CODEBUILD: a")
    )
    RuleCheck.expect("BS501", at: env("secrets-manager:\n    «CODEBUILD_X»: a:b"))
  }

  @Test func `names are those a shell knows`() {
    RuleCheck.expect(
      "BS502", at: env("variables:\n    «A-B»: a\n    «1A»: a\n    _a1: a\n    npm_config_x: a"))
  }

  @Test(arguments: [
    "AKIA2E0A8F3B244C9986", "key=ASIA2E0A8F3B244C9986;",
    "ghp_" + "a1B2c3D4e5F6g7H8i9J0" + "k1L2m3N4o5P6q7R8",
    "xoxb-" + "123456789012-1234567890123-abcDEF", "npm_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
    "https://user:s3cr3t@example.com/x", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123456",
    "glpat-" + "a1B2c3D4e5F6g7H8i9J0",
  ])
  func `secrets are found by their form and never shown`(_ secret: String) {
    let text = RuleCheck.withBuild("env:\n  variables:\n    DATA: \"\(secret)\"")
    let source = SourceText(path: "buildspec.yml", text: text)
    let findings = Linter.lint(BuildspecFile(source: source))
    #expect(findings.map(\.rule.code) == ["BS503"])
    let file = FileFindings(source: source, diagnostics: findings)
    for format in FindingsFormat.allCases {
      let report = FindingsReport.render([file], as: format, style: Style(isColored: false))
      #expect(report.contains("BS503"))
      #expect(!report.contains(secret))
    }
  }

  @Test(arguments: [
    "AKIAIOSFODNN7EXAMPLE", "AKIA", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "https://user:$PASSWORD@example.com", "https://user@example.com:8080/a:b",
    "postgres://test:test@localhost:5432/test", "postgres://app:secret@db:5432/app",
    "https://example.com/?a=b:c@d", "npm_config_registry", "arn:aws:iam::123456789012:role/x",
    "eyJhbGciOiJIUzI1NiJ9", "npm_lifecycle_event_of_a_very_long_script_name",
  ])
  func `what only looks like one is none`(_ value: String) {
    let text = RuleCheck.withBuild("env:\n  variables:\n    DATA: \"\(value)\"")
    #expect(RuleCheck.findings("BS503", in: text) == [])
  }

  @Test func `a name tells a secret only when it ends so and has a value`() {
    RuleCheck.expect(
      "BS504",
      at: env(
        """
        variables:
            DB_PASSWORD: «hunter2»
            NPM_TOKEN: «"abc"»
            api_key: «k»
            TOKEN_URL: https://example.com
            SECRET_ARN: arn:aws:x
            MY_SECRET: arn:aws:x
            PASSWORD: $DB_PASSWORD
            USE_TOKEN: true
            KMS_KEY: alias
            KEY: value
        """))
  }

  @Test func `a variable is defined in one place`() {
    let text = env(
      "variables:\n    A: b\n  parameter-store:\n    «A»: c\n  secrets-manager:\n    B: c:d")
    let findings = RuleCheck.expect("BS505", at: text)
    #expect(findings.first?.related.count == 1)
  }

  @Test func `references to secrets know that an ARN has colons`() {
    let arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:name-AbCdEf"
    let text = env(
      """
      secrets-manager:
          A: name
          B: name:key:AWSCURRENT
          C: name:key::id
          D: \(arn)
          E: \(arn):key:AWSPREVIOUS
          F: «name:key:stage:id»
          G: «name:key:stage:id:more»
          H: «arn:aws:ssm:eu-west-1:111122223333:parameter/x»
          I: «":key"»
          J: $REF:key:a:b:c:d
          K: arn:aws:secretsmanager:...:name
      """)
    let findings = RuleCheck.expect("BS506", at: text)
    #expect(findings.map(\.severity) == [.warning, .error, .error, .error])
    let whole = RuleCheck.findings("BS507", in: text.filter { !"«»".contains($0) })
    #expect(whole.count == 2)
  }

  @Test func `parameters have names, versions and labels`() {
    RuleCheck.expect(
      "BS508",
      at: env("parameter-store:\n    A: /a/b.c-d_e:3\n    B: «a b»\n    C: $X y\n    D: «a@b»"))
  }

  @Test func `what cannot or should not be exported`() {
    let text = env(
      """
      parameter-store:
          P: /p
        secrets-manager:
          S: s:k
        exported-variables:
          - AWS_X
          - P
          - S
          - CODEBUILD_BUILD_ID
      """)
    #expect(RuleCheck.findings("BS510", in: text).map(\.severity) == [.error])
    #expect(RuleCheck.findings("BS511", in: text).map(\.severity) == [.info, .warning])
  }

  @Test func `values are literal`() {
    RuleCheck.expect(
      "BS419",
      at: env(
        """
        variables:
            A: «x-$B»
            B: «"${C:-d}"»
            C: «$(date)»
            D: ends$
            E: costs $5
            F: '${'
            PATH: $PATH:/x
        """))
    RuleCheck.expect("BS512", at: env("variables:\n    PATH: «$PATH:/x»\n    P: $PATH"))
    RuleCheck.expect("BS512", at: env("variables:\n    PATH: /usr/bin:/bin"))
  }

  @Test func `keys of a user are told from stand-ins`() {
    let text = env(
      """
      variables:
          AWS_ACCESS_KEY_ID: AKIA2E0A8F3B244C9986
          AWS_SECRET_ACCESS_KEY: test
          AWS_SESSION_TOKEN: $TOKEN
      """)
    #expect(RuleCheck.findings("BS514", in: text).map(\.severity) == [.warning, .info])
    #expect(RuleCheck.findings("BS503", in: text) == [])
    #expect(RuleCheck.findings("BS504", in: text) == [])
  }

  @Test func `no value is told from an empty text`() {
    RuleCheck.expect("BS518", at: env("variables:\n    «A»:\n    B: ''\n    «C»: null\n    D: x"))
    let findings = RuleCheck.findings("BS518", in: env("parameter-store:\n    A: ''"))
    #expect(findings.map(\.severity) == [.warning])
  }

  private func env(_ entries: String) -> String {
    RuleCheck.withBuild("env:\n  " + entries)
  }
}
