import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

/// The engine that makes the fixes, and fixes that need more than one look.
@Suite struct FixTests {
  private let head = "version: 0.2\nphases:\n  build:\n    commands:\n"

  @Test func `one syntax error after the other is fixed`() {
    let fixed = fix(head + "      - \"a\" b\n      - \"c\" d\n      - [ -f x ] && y\n")
    #expect(fixed == head + "      - '\"a\" b'\n      - '\"c\" d'\n      - '[ -f x ] && y'\n")
  }

  @Test(arguments: [
    ("      - \"a \\d \\n \\. b\"\n", "      - \"a \\\\d \\n \\\\. b\"\n"),
    ("      - echo it's: 1\n", "      - 'echo it''s: 1'\n"),
    ("      - true\n      -\n", "      - 'true'\n"),
  ])
  func `safe fixes`(_ items: String, _ expected: String) {
    #expect(fix(head + items) == head + expected)
  }

  @Test(arguments: [
    (
      "version: 0.2\nphases:\n\tbuild:\n\t\tcommands: [a]\n",
      "version: 0.2\nphases:\n  build:\n    commands: [a]\n"
    ),
    (
      "version: 0.2\nenvironment_variables:\n  plaintext:\n    A: b\nphases: {build: {commands: [a]}}\n",
      "version: 0.2\nenv:\n  variables:\n    A: b\nphases: {build: {commands: [a]}}\n"
    ),
    (
      "version: 0.2\nphases:\n  install:\n    runtime-versions:\n      docker: 18 # old\n"
        + "      nodejs: 22\n  build: {commands: [a]}\n",
      "version: 0.2\nphases:\n  install:\n    runtime-versions:\n      nodejs: 22\n"
        + "  build: {commands: [a]}\n"
    ),
  ])
  func `unsafe fixes are made only when they are asked for`(_ text: String, _ expected: String) {
    #expect(fix(text) == text)
    #expect(fix(text, allowsUnsafe: true) == expected)
  }

  @Test func `a fix that makes the file worse is dropped, and others are made`() {
    let text = head + "      - a\n      -\n"
    let bad = Fix(
      title: "break it", safety: .safe,
      edits: [TextEdit(range: SourceRange(start: 0, end: 7), replacement: "]")])
    let engine = FixEngine(allowsUnsafe: false) { source in
      lint(source)
        + (source.bytes.first == UInt8(ascii: "v")
          ? [
            Diagnostic(
              rule: RuleIdentity(code: "X", name: "x"), severity: .info, message: "",
              range: SourceRange(start: 0, end: 7), fix: bad)
          ] : [])
    }
    let outcome = engine.fix(SourceText(path: "b.yml", text: text))
    #expect(String(decoding: outcome.source.bytes, as: UTF8.self) == head + "      - a\n")
    #expect(outcome.fixCount == 1)
  }

  @Test func `windows line ends and a missing last one stay`() {
    let text = (head + "      - echo \"a: b\"\n      - d").replacing("\n", with: "\r\n")
    #expect(fix(text) == text.replacing("echo \"a: b\"", with: "'echo \"a: b\"'"))
  }

  @Test func `what is added has the line ends of the file`() {
    let text = "phases:\r\n  build:\r\n    commands: [a]\r\n"
    #expect(fix(text) == "version: 0.2\r\n\r\n" + text)
    // The mark before it goes.
    #expect(fix("\u{FEFF}" + text) == "version: 0.2\r\n\r\n" + text)
  }

  @Test(.timeLimit(.minutes(5))) func `thousands of findings and comments take no long time`() {
    let items = String(repeating: "      -\n", count: 3_000)
    #expect(fix(head + "      - a\n" + items) == head + "      - a\n")
    let comments = String(repeating: "      - a # buildspec: ignore[BS204] x\n", count: 3_000)
    let source = SourceText(path: "b.yml", text: head + comments)
    #expect(lint(source).filter { $0.rule.code == "BS919" }.count == 1_000)
  }

  private func fix(_ text: String, allowsUnsafe: Bool = false) -> String {
    let engine = FixEngine(allowsUnsafe: allowsUnsafe, lint: lint)
    let outcome = engine.fix(SourceText(path: "b.yml", text: text))
    return String(decoding: outcome.source.bytes, as: UTF8.self)
  }

  private func lint(_ source: SourceText) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: source))
  }
}
