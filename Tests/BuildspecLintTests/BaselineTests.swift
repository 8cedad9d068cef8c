import BuildspecLint
import BuildspecModel
import Diagnostics
import Testing

@Suite struct BaselineTests {
  private let text = "version: 0.1\nphases:\n  biuld:\n    commands: [a]\n"

  @Test func `a known finding stays known when lines move, and only on its line's text`() {
    var baseline = Baseline()
    let old = SourceText(path: "b.yml", text: text)
    baseline.add(lint(old), in: old, as: "b.yml")
    #expect(baseline.unknown(among: lint(old), in: old, as: "b.yml") == [])
    let moved = SourceText(path: "b.yml", text: "# one\n\n" + text)
    #expect(baseline.unknown(among: lint(moved), in: moved, as: "b.yml") == [])
    #expect(baseline.unknown(among: lint(moved), in: moved, as: "c.yml") == lint(moved))
    let changed = SourceText(path: "b.yml", text: text.replacing("biuld", with: "buld"))
    let new = baseline.unknown(among: lint(changed), in: changed, as: "b.yml")
    #expect(new.map(\.rule.code) == ["BS107"])
  }

  @Test func `one more of the same is new`() {
    let head = "version: 0.2\nphases:\n  build:\n    commands:\n      - a\n"
    let two = SourceText(path: "b.yml", text: head + "      -\n      -\n")
    var baseline = Baseline()
    baseline.add(lint(two).dropLast(), in: two, as: "b.yml")
    #expect(lint(two).count == 2)
    #expect(baseline.unknown(among: lint(two), in: two, as: "b.yml").count == 1)
  }

  private func lint(_ source: SourceText) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: source))
  }
}
