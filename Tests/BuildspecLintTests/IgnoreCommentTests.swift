import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

@Suite struct IgnoreCommentTests {
  private let head = "version: 0.2\nphases:\n  build:\n    commands:\n"

  @Test(arguments: [
    "      - a\n      - # buildspec: ignore[BS204] reason\n",
    "      - a\n      - # buildspec:ignore[bs204,BS205] reason\n",
    "      - a\n      -   # why # buildspec: ignore[ command-null ] reason\n",
    "      - a\n      # buildspec: ignore[BS204] reason\n      -\n",
    "      - a\n      # buildspec: ignore[BS204] reason\n\n      # more\n      -\n",
    "      - a\n      -\n# buildspec: ignore-file[BS204] reason\n",
  ])
  func `a comment behind, above or for the whole file hides the finding`(_ items: String) {
    #expect(codes(head + items).filter { $0 == "BS204" } == [])
    #expect(codes(head + items, LintPolicy(honorsIgnores: false)).contains("BS204"))
  }

  @Test(arguments: [
    "      - a\n      -\n      - b # buildspec: ignore[BS204] reason\n",
    "      - a # buildspec: ignore[BS204] reason\n      -\n",
    "      - 'a # buildspec: ignore-file[BS204] reason'\n      -\n",
    "      - a# buildspec: ignore-file[BS204] reason\n      -\n",
    "      - a\n      - # buildspec: ignore[BS205] reason\n",
    "      - a\n      - # buildspec: ignore[BS204 reason\n",
  ])
  func `other lines, other rules and texts that are no comments hide nothing`(_ items: String) {
    #expect(codes(head + items).contains("BS204"))
  }

  @Test func `a comment inside a script counts, and one at its head speaks of all of it`() {
    let script = "      - |\n        set -e\n        # buildspec: ignore[BS204] reason\n        b\n"
    #expect(codes(head + script) == ["BS919"])
    let headed = "      - | # buildspec: ignore-file[BS204] reason\n        a\n      -\n"
    #expect(codes(head + headed) == [])
  }

  @Test func `what is said about comments can be hidden by name only`() {
    #expect(codes("# buildspec: ignore-file\n" + head + "      - a\n      -\n") == ["BS920"])
    let named = "# buildspec: ignore-file[BS920] we know\n# buildspec: ignore-file\n"
    #expect(codes(named + head + "      - a\n      -\n") == [])
    let unused = "# buildspec: ignore-file[BS919] templates\n"
    #expect(codes(unused + head + "      - a # buildspec: ignore[BS204] x\n") == [])
    #expect(codes(unused + head + "      - a\n") == [])
  }

  @Test(arguments: [
    ("      - a # buildspec: ignore[BS204] x\n", "      - a\n"),
    ("      - a\n      # buildspec: ignore[BS204] x\n      - b\n", "      - a\n      - b\n"),
    (
      "      - a\n      # buildspec: ignore[BS205, BS204, BS206] x\n      -\n",
      "      - a\n      # buildspec: ignore[BS204] x\n      -\n"
    ),
  ])
  func `the fix removes what hides nothing`(_ items: String, _ expected: String) {
    let source = SourceText(path: "b.yml", text: head + items)
    let engine = FixEngine(allowsUnsafe: false) { text in
      lint(text).filter { $0.rule.code == "BS919" }
    }
    #expect(engine.fix(source).source.bytes == Array((head + expected).utf8))
  }

  @Test func `prose about the buildspec is no word to the tool`() {
    let prose = "# the buildspec: see the wiki\n# buildspec: docs\n"
    #expect(codes(prose + head + "      - a\n") == [])
  }

  private func codes(_ text: String, _ policy: LintPolicy = LintPolicy()) -> [String] {
    lint(SourceText(path: "b.yml", text: text), policy).map(\.rule.code)
  }

  private func lint(
    _ source: SourceText, _ policy: LintPolicy = LintPolicy()
  ) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: source), LintContext(), policy)
  }
}
