import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// Fixes and ignore comments over real files.
@Suite(.enabled(if: Corpus.exists, "the corpus of real buildspecs is not here"))
struct CorpusFixTests {
  /// Rules whose fix gives a command back the text it was meant to have.
  static let quoting: Set<String> = ["BS018", "BS019", "BS020", "BS202", "BS205", "BS206", "BS416"]
  /// Rules whose fix writes something into a command.
  static let rewriting: Set<String> = ["BS412"]

  @Test(arguments: ["valid", "broken"])
  func `safe fixes keep the commands, add no error and are done at once`(_ part: String) throws {
    for name in Corpus.files(in: part) {
      let source = try Corpus.source(part, name)
      let engine = FixEngine(allowsUnsafe: false, lint: lint)
      let fixed = engine.fix(source)
      guard fixed.fixCount > 0 else {
        #expect(fixed.source.bytes == source.bytes, "\(name)")
        continue
      }
      let before = lint(source)
      #expect(fixed.diagnostics == lint(fixed.source), "\(name)")
      #expect(!fixed.diagnostics.contains { $0.fix?.safety == .safe }, "\(name)")
      #expect(engine.fix(fixed.source).fixCount == 0, "\(name)")
      guard !before.contains(where: { Self.rewriting.contains($0.rule.code) }) else { continue }
      let text = String(decoding: source.bytes, as: UTF8.self)
      let old = Set(commands(source).joined())
      for command in commands(fixed.source).joined() where !old.contains(command) {
        // A command that was made from something else is what stands in the file, to the letter.
        let lines = command.split(separator: "\n")
        #expect(lines.allSatisfy { text.contains($0) }, "\(name)")
      }
      guard BuildspecFile(source: source).isReadable else { continue }
      #expect(errors(fixed.diagnostics) <= errors(before), "\(name)")
      if !before.contains(where: { Self.quoting.contains($0.rule.code) }) {
        #expect(commands(fixed.source) == commands(source), "\(name)")
      }
    }
  }

  @Test(arguments: ["valid", "broken"])
  func `ignore comments keep the commands and leave nothing to report`(_ part: String) throws {
    for name in Corpus.files(in: part) {
      let source = try Corpus.source(part, name)
      let added = IgnoreAdder(reason: "known", lint: lint).add(to: source)
      #expect(lint(added.source) == [], "\(name)")
      #expect(commands(added.source) == commands(source), "\(name)")
    }
  }

  private func lint(_ source: SourceText) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: source))
  }

  private func errors(_ findings: [Diagnostic]) -> Int {
    findings.filter { $0.severity == .error }.count
  }

  private func commands(_ source: SourceText) -> [[String]] {
    BuildspecFile(source: source).buildspec.phases.map { phase in
      ((phase.commands ?? []) + (phase.finally ?? [])).map(\.text)
    }
  }
}
