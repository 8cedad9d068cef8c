import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

/// One test for each way of breaking a file of which the service's answer is known, with its words;
/// and one for each of which it is not, where nothing may be an error that rests on a guess.
@Suite struct MalformedInputTests {
  @Test(arguments: ["", "# nothing\n", "---\n", "null\n"])
  func `an empty file`(_ text: String) {
    expect(
      text, "BS011", line: 1,
      says: "YAML_FILE_ERROR Message: wrong number of container tags, expected 1")
  }

  @Test func `text that is no buildspec`() {
    expect(
      "just text\n", "BS012", line: 1,
      says: "YAML_FILE_ERROR Message: wrong number of container tags, expected 1")
  }

  @Test func `an unknown phase name`() {
    expect(
      "version: 0.2\nphases:\n  postbuild:\n    commands: [a]\n", "BS107", line: 3,
      says: """
        YAML_FILE_ERROR Message: Invalid buildspec phase name: POSTBUILD. \
        Expecting: BUILD,INSTALL,POST_BUILD,PRE_BUILD
        """)
  }

  @Test func `a command that parses as a mapping`() {
    expect(
      "version: 0.2\nphases:\n  build:\n    commands:\n      - a\n      - echo \"b: c\"\n", "BS202",
      line: 6,
      says: """
        YAML_FILE_ERROR Message: Expected Commands[1] to be of string type: found subkeys instead \
        at line 6, value of the key tag on line 4 might be empty
        """)
  }

  @Test func `a tab as indentation, on the fourth line`() {
    expect(
      "version: 0.2\nphases:\n  build:\n\tcommands: [a]\n", "BS002", line: 4,
      says: "YAML_FILE_ERROR Message: found character that cannot start any token at line 3")
  }

  @Test func `broken quotes in inline JSON`() {
    expect(
      """
      {
        "version": "0.2",
        "phases": {"build": {"commands": [
          "echo "hello""
        ]}}
      }
      """, "BS018", line: 4,
      says: "YAML_FILE_ERROR Message: did not find expected ',' or ']' at line 3")
  }

  @Test func `two colons on the first line`() {
    expect(
      "a: b: c\n", "BS001", line: 1,
      says: "YAML_FILE_ERROR Message: mapping values are not allowed in this context at line 0")
  }

  @Test func `an unknown key in a report group is ignored by the service`() {
    let findings = lint(
      """
      version: 0.2
      phases: {build: {commands: [a]}}
      reports:
        unit: {files: [a.xml], fileFormat: COBERTURAXML}
      """)
    #expect(findings.map(\.rule.code) == ["BS113"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "extra: 1\nversion: 0.2\nphases: {build: {commands: [a]}}\n",
    "version: 0.2\nphases: {build: {commands: [a], steps: [b]}}\n",
    "version: 0.2\nphases: {build: {commands: [a]}}\n---\nversion: 0.2\n",
    "version: 0.2\nx: &x {commands: [a]}\nphases: {build: *x}\n",
    "version: 0.2\nphases: {build: {<<: {on-failure: ABORT}, commands: [a]}}\n",
    "version: 0.2\nphases: {install: {commands: }, build: {commands: [a, ~]}}\n",
    "version: 0.2\nphases: {build: }\n",
  ])
  func `what the service does is not known, so it is no error`(_ text: String) {
    #expect(lint(text).filter { $0.severity == .error } == [])
  }

  @Test func `one text where a list is documented is accepted`() {
    let findings = lint("version: 0.2\nphases: {build: {commands: npm ci}}\n")
    #expect(findings.allSatisfy { $0.severity == .info })
    let file = BuildspecFile(
      source: SourceText(path: "t", text: "version: 0.2\nphases: {build: {commands: npm ci}}\n"))
    #expect(file.buildspec.phase(.build)?.commands?.map(\.text) == ["npm ci"])
  }

  @Test func `a quoted version is accepted, but not in a batch`() {
    #expect(lint("version: \"0.2\"\nphases: {build: {commands: [a]}}\n") == [])
    expect(
      """
      version: "0.2"
      batch: {build-list: [{identifier: a}]}
      phases: {build: {commands: [a]}}
      """, "BS102", line: 1, says: "cannot unmarshal !!str `0.2` into float64")
  }

  @Test func `comments between list items are fine`() {
    #expect(
      lint("version: 0.2\nphases:\n  build:\n    commands:\n      - a\n      # why\n      - b\n")
        == [])
  }

  private func lint(_ text: String) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: SourceText(path: "buildspec.yml", text: text)))
  }

  private func expect(_ text: String, _ code: String, line: Int, says words: String) {
    let source = SourceText(path: "buildspec.yml", text: text)
    let finding = lint(text).first { $0.severity == .error }
    #expect(finding?.rule.code == code)
    #expect(finding.map { source.position(at: $0.range.start).line } == line)
    #expect(finding?.serviceMessage == words)
  }
}
