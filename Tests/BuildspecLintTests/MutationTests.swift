import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// Known mistakes sown in files that are right: the linter must find each, at its line.
@Suite struct MutationTests {
  /// Which part of the mistakes must be found.
  static let goal = 98

  @Test(.enabled(if: Corpus.exists, "the corpus of real buildspecs is not here"))
  func `mistakes sown in real buildspecs are found at their line`() throws {
    let sources = try Corpus.files(in: "valid").map { try Corpus.source("valid", $0) }
    let harvest = Harvest(of: sources, perKind: 15)
    #expect(harvest.mutantCount >= 1_000)
    expectFound(harvest)
  }

  @Test func `mistakes sown in the examples are found at their line`() throws {
    let folder = Snapshot.path("../examples")
    let paths = TestFiles.list(folder).flatMap { name in
      TestFiles.list("\(folder)/\(name)").filter { $0.hasSuffix(".yml") }.map { "\(name)/\($0)" }
    }
    let sources = try paths.map { path in
      SourceText(path: path, bytes: try TestFiles.read("\(folder)/\(path)"))
    }
    let harvest = Harvest(of: sources, perKind: 3)
    #expect(harvest.mutantCount >= 200)
    expectFound(harvest)
  }

  @Test func `the kinds are many and have names of their own`() {
    #expect(Set(Mutation.all.map(\.name)).count == Mutation.all.count)
    #expect(Mutation.all.count >= 40)
    let codes = Set(RuleCatalog.rules.map { $0.info.identity.code })
    #expect(Mutation.all.filter { !$0.codes.isSubset(of: codes) }.map(\.name) == [])
  }

  private func expectFound(_ harvest: Harvest) {
    let found = harvest.mutantCount - harvest.misses.count
    #expect(
      found * 100 >= harvest.mutantCount * Self.goal,
      "\(found) of \(harvest.mutantCount) found; missed:\n\(harvest.misses.joined(separator: "\n"))"
    )
    #expect(harvest.unsown == [], "kinds that no file has ground for")
  }

  /// What came of sowing every kind in some of the files.
  private struct Harvest {
    var mutantCount = 0
    var misses: [String] = []
    var unsown: [String] = []

    init(of sources: [SourceText], perKind: Int) {
      var random = SeededRandom(seed: 20_261_123)
      let grounds = sources.compactMap { source in
        MutationGround(source).map { (ground: $0, codes: Set(Self.lint(source).map(\.rule.code))) }
      }
      for kind in Mutation.all {
        var count = 0
        for (ground, codes) in grounds.shuffled(using: &random)
        where count < perKind && codes.isDisjoint(with: kind.codes) {
          guard let mutant = kind.sow(ground, &random) else { continue }
          count += 1
          if let miss = Self.miss(kind, mutant) { misses.append(miss) }
        }
        mutantCount += count
        if count == 0 { unsown.append(kind.name) }
      }
    }

    /// What is said of a mutant instead of its mistake.
    private static func miss(_ kind: Mutation, _ mutant: Mutant) -> String? {
      let said = lint(mutant.source).map { finding in
        (code: finding.rule.code, line: mutant.source.lines.line(at: finding.range.start))
      }
      if said.contains(where: { kind.codes.contains($0.code) && mutant.lines.contains($0.line) }) {
        return nil
      }
      let text = said.map { "\($0.code) on \($0.line)" }.joined(separator: ", ")
      return "\(kind.name) on \(mutant.lines) of \(mutant.source.path): \(text)"
    }

    private static func lint(_ source: SourceText) -> [Diagnostic] {
      Linter.lint(BuildspecFile(source: source))
    }
  }
}
