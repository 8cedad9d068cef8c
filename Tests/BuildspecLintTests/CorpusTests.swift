import Diagnostics
import TestSupport
import Testing

/// Real files: what works must not get errors, and what is broken must be explained.
@Suite(.enabled(if: Corpus.exists, "the corpus of real buildspecs is not here"))
struct CorpusTests {
  @Test func `files that work get no errors but the listed ones`() throws {
    let files = Corpus.files(in: "valid")
    let failing = try files.filter { file in
      try Corpus.findings("valid", file).contains { $0.severity == .error }
    }
    let listed = try Corpus.table("valid-errors.tsv").map { $0[0] }
    #expect(failing == listed)
  }

  @Test func `at most one file in two hundred gets an error that may be false`() throws {
    let unconfirmed = try Corpus.table("valid-errors.tsv").filter { row in
      !["CodeBuild gives the same error", "the build fails"].contains { row[1].hasPrefix($0) }
    }
    #expect(unconfirmed.count * 200 <= Corpus.files(in: "valid").count)
  }

  @Test func `every broken file gets an error that names the cause at its line`() throws {
    let rows = try Corpus.table("broken.tsv")
    #expect(rows.map { $0[0] } == Corpus.files(in: "broken"))
    for row in rows {
      let source = try Corpus.source("broken", row[0])
      let first = try Corpus.findings("broken", row[0]).first { $0.severity == .error }
      let line = first.map { String(source.position(at: $0.range.start).line) }
      #expect([row[0], line ?? "", first?.rule.code ?? ""] == row)
    }
  }
}
