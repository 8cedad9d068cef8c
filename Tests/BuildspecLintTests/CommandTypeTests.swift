import BuildspecLint
import Diagnostics
import Testing

/// Items of `commands` that are no text.
@Suite struct CommandTypeTests {
  @Test func `a mapping is quoted as the service quotes it`() {
    let found = RuleCheck.expect(
      "BS202",
      at: """
        version: 0.2
        phases:
          build:
            commands:
              - make
              - «echo "Image: $IMAGE"»
          post_build:
            finally:
              - «curl -H "Accept: x" https://example.org»
        """)
    #expect(
      found.first?.message
        == "YAML reads this command as a mapping: key `echo \"Image`, value `$IMAGE\"`")
    #expect(
      found.map(\.serviceMessage) == [
        """
        YAML_FILE_ERROR Message: Expected Commands[1] to be of string type: found subkeys instead \
        at line 6, value of the key tag on line 4 might be empty
        """,
        """
        YAML_FILE_ERROR Message: Expected Commands[0] to be of string type: found subkeys instead \
        at line 9, value of the key tag on line 8 might be empty
        """,
      ])
  }

  @Test(arguments: [
    ("- echo \"a: b\"", "- 'echo \"a: b\"'"),
    ("- echo it's: so", "- 'echo it''s: so'"),
    ("- echo \"a: b\" # why", "- 'echo \"a: b\"' # why"),
    ("- { echo a; }", "- '{ echo a; }'"),
    ("- echo done:", "- 'echo done:'"),
  ])
  func `a command on one line is put in quotes as it stands`(_ before: String, _ after: String) {
    let text = RuleCheck.commands(before)
    #expect(RuleCheck.fixed(text, by: "BS202") == RuleCheck.commands(after))
    #expect(RuleCheck.findings("BS202", in: RuleCheck.commands(after)) == [])
  }

  @Test func `a command over several lines is not touched`() {
    let text = RuleCheck.commands("- echo \"a: b\n  c: d\"\n- echo x: |\n    y")
    #expect(RuleCheck.findings("BS202", in: text).count == 2)
    #expect(RuleCheck.fixed(text, by: "BS202") == nil)
  }

  @Test func `a step of another service is not put in quotes`() {
    let text = RuleCheck.commands("- run: npm ci")
    #expect(RuleCheck.fixed(text, by: "BS202") == nil)
    #expect(RuleCheck.findings("BS202", in: text).first?.help?.contains("without a key") == true)
  }

  @Test func `a list in braces or with a second dash is no command`() {
    RuleCheck.expect("BS203", at: RuleCheck.commands("- «[ -f pom.xml ]»\n- «- make»"))
    #expect(
      RuleCheck.fixed(RuleCheck.commands("- [ -f x ]"), by: "BS203")
        == RuleCheck.commands("- '[ -f x ]'"))
  }

  @Test func `an empty item is marked at its dash`() {
    RuleCheck.expect("BS204", at: RuleCheck.commands("- make\n«-»\n«-» # later\n- «~»"))
  }

  @Test(arguments: [
    ("- make\n-\n- ls", "- make\n- ls"),
    ("- make\n- # later", "- make\n# later"),
    ("-  \n- ls", "- ls"),
  ])
  func `an empty item is taken out and its comment stays`(_ before: String, _ after: String) {
    #expect(
      RuleCheck.fixed(RuleCheck.commands(before), by: "BS204") == RuleCheck.commands(after))
  }

  @Test func `the only item is not taken out`() {
    #expect(RuleCheck.fixed(RuleCheck.commands("- # nothing"), by: "BS204") == nil)
  }

  @Test func `a boolean or a number is no text`() {
    RuleCheck.expect("BS205", at: RuleCheck.commands("- «true»\n- «0»\n- 'true'\n- true && ls"))
  }

  @Test func `one text for a list becomes a list`() {
    #expect(
      RuleCheck.fixed("version: 0.2\nphases:\n  build:\n    commands: make\n", by: "BS206")
        == "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n")
  }

  @Test func `a block or a mapping in braces keeps its one text`() {
    let block = "version: 0.2\nphases:\n  build:\n    commands: |\n      make\n"
    #expect(RuleCheck.findings("BS206", in: block).count == 1)
    #expect(RuleCheck.fixed(block, by: "BS206") == nil)
    let braces = "{version: 0.2, phases: {build: {commands: make}}}\n"
    #expect(RuleCheck.findings("BS206", in: braces).count == 1)
    #expect(RuleCheck.fixed(braces, by: "BS206") == nil)
  }
}
