import BuildspecLint
import Diagnostics
import Testing

/// Phases and what they must have.
@Suite struct PhaseRuleTests {
  @Test func `install may go without commands, the other phases not`() {
    RuleCheck.expect(
      "BS301",
      at: """
        version: 0.2
        phases:
          install:
            runtime-versions:
              nodejs: 22
          «pre_build»:
            finally:
              - make clean
          build:
            commands:
              - make
        """)
  }

  @Test func `a slip of commands and an empty phase are left to their rules`() {
    let text = """
      version: 0.2
      phases:
        pre_build:
          command:
            - make
        build:
          steps:
            - make
        post_build:
      """
    #expect(RuleCheck.findings("BS301", in: text) == [])
    #expect(RuleCheck.findings("BS304", in: text) == [])
  }

  @Test func `runtime-versions outside of install is marked at its key`() {
    RuleCheck.expect(
      "BS302",
      at: """
        version: 0.2
        phases:
          pre_build:
            «runtime-versions»:
              nodejs: 22
            commands:
              - make
        """)
  }

  @Test func `runtime-versions with nothing or empty braces selects nothing`() {
    RuleCheck.expect(
      "BS303", at: "version: 0.2\nphases:\n  install:\n    «runtime-versions»: {}\n")
  }

  @Test func `only finally is a command too`() {
    let text = "version: 0.2\nphases:\n  build:\n    finally:\n      - make\n"
    #expect(RuleCheck.findings("BS304", in: text) == [])
  }

  @Test func `a batch may leave the commands to other files`() {
    let text = """
      version: 0.2
      batch:
        build-list:
          - identifier: one
            buildspec: one.yml
      phases:
        install:
          runtime-versions:
            nodejs: 22
      """
    #expect(RuleCheck.findings("BS304", in: text) == [])
  }
}
