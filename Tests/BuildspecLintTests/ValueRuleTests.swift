import BuildspecLint
import Diagnostics
import Testing

/// Values that CodeBuild cannot read.
@Suite struct ValueRuleTests {
  @Test func `a list in the place of a mapping says where it belongs`() {
    let found = RuleCheck.expect(
      "BS201",
      at: """
        version: 0.2
        env:
          variables:
            «- A: b»
        phases:
          build:
            commands:
              - make
        artifacts:
          «- target/app.jar»
        reports:
          unit: «out.xml»
        """)
    #expect(
      found.map(\.help) == [
        "write `NAME: value` on lines without `-`", "put the list under `files:`", nil,
      ])
  }

  @Test func `an item of a list of files is text`() {
    RuleCheck.expect(
      "BS201",
      at: RuleCheck.withBuild("artifacts:\n  files:\n    - «name: x»\n    - «[a]»\n    - b"))
  }

  @Test func `null is left to the rule for empty sections`() {
    #expect(RuleCheck.findings("BS201", in: "version: 0.2\nphases:\n  build:\nenv:\n") == [])
  }

  @Test(arguments: ["yes", "no", "true", "FALSE", "'yes'", "\"no\"", "on"])
  func `switches take every spelling of the reference`(_ value: String) {
    let text = RuleCheck.withBuild("artifacts:\n  files: [a]\n  discard-paths: \(value)")
    #expect(RuleCheck.findings("BS207", in: text) == [])
  }

  @Test(arguments: [
    ("ture", Severity.error, "true" as String?), ("maybe", .error, nil), ("y", .warning, "yes"),
    ("0", .warning, "no"), ("$FLAT", .warning, nil), ("yEs", .warning, "yes"),
  ])
  func `a switch that some reader may take is a warning`(
    _ value: String, _ severity: Severity, _ meant: String?
  ) {
    let found = RuleCheck.findings(
      "BS207", in: RuleCheck.withBuild("artifacts:\n  files: [a]\n  discard-paths: \(value)"))
    #expect(found.map(\.severity) == [severity])
    #expect(found.first?.fix?.edits.first?.replacement == meant)
  }

  @Test(arguments: [
    "ABORT", "continue", "RETRY", "RETRY-0", "RETRY-100", "'RETRY-3-.*timed out.*'",
    "Retry-invalid+", "'RETRY-^[a-z(]+$'", "RETRY-(a|b)*?", "'RETRY-[[:alpha:]]]'", "'RETRY-\\('",
    "RETRY-3x",
  ])
  func `on-failure takes its six forms`(_ value: String) {
    #expect(RuleCheck.findings("BS209", in: onFailure(value)) == [])
  }

  @Test(arguments: [
    ("ABROT", Severity.error), ("RETRY-101", .error), ("RETRY-", .error),
    ("'RETRY-2-(a'", .warning),
    ("'RETRY-*'", .warning), ("'RETRY-a)'", .warning), ("'RETRY-[a'", .warning),
    ("'RETRY-a\\'", .warning), ("'RETRY-a**'", .warning),
  ])
  func `on-failure takes nothing else`(_ value: String, _ severity: Severity) {
    #expect(RuleCheck.findings("BS209", in: onFailure(value)).map(\.severity) == [severity])
  }

  @Test(arguments: [
    "bash", "/bin/bash", "sh", "/bin/sh", "powershell.exe", "cmd.exe", "$SHELL",
  ])
  func `shells in use are fine`(_ shell: String) {
    let text = "version: 0.2\nenv:\n  shell: \(shell)\n"
    #expect(RuleCheck.findings("BS211", in: text) == [])
  }

  @Test(arguments: [("pwsh", "powershell.exe"), ("cmd", "cmd.exe"), ("Bash", "bash")])
  func `another shell is named with the one that is meant`(_ shell: String, _ meant: String) {
    let text = "version: 0.2\nenv:\n  shell: \(shell)\n"
    #expect(RuleCheck.fixed(text, by: "BS211") == "version: 0.2\nenv:\n  shell: \(meant)\n")
  }

  @Test(arguments: ["junitxml", "JunitXml", "VisualStudioTrx", "SIMPLECOV", "$FORMAT"])
  func `report formats have any case`(_ format: String) {
    #expect(RuleCheck.findings("BS220", in: report(format)) == [])
  }

  @Test(arguments: [
    ("JUNIT", "JUNITXML" as String?), ("junit-xml", "JUNITXML"), ("COBERTURA", "COBERTURAXML"),
    ("TRX", "VISUALSTUDIOTRX"), ("PLAIN_TEXT", nil),
  ])
  func `a report format that is none is named`(_ format: String, _ meant: String?) {
    let found = RuleCheck.findings("BS220", in: report(format))
    #expect(found.count == 1)
    #expect(found.first?.fix?.edits.first?.replacement == meant)
  }

  @Test func `values that keep their text are no numbers in disguise`() {
    RuleCheck.expect(
      "BS223",
      at: """
        version: 0.2
        env:
          variables:
            A: 1
            B: true
            C: 1.5
            D: -3
            E: "0123"
            F: «0123»
            G: «yes»
            H: «1.10»
            I: «1e3»
            J: 0
            K: 1.2.3
            L: «0x1F»
        """)
  }

  private func onFailure(_ value: String) -> String {
    "version: 0.2\nphases:\n  build:\n    on-failure: \(value)\n    commands:\n      - make\n"
  }

  private func report(_ format: String) -> String {
    RuleCheck.withBuild("reports:\n  unit:\n    files: [out/*]\n    file-format: \(format)")
  }
}
