import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

/// The mistakes that people make, told from the text around libyaml's error.
@Suite struct SyntaxCauseTests {
  @Test(arguments: [
    ("a:\n«\t»b: 1\n", YAMLSyntaxCause.tabIndentation),
    ("a:\n  - «\"x\" && y»\n", .textAfterQuote("\"")),
    ("a:\n  - «'x' y»\n  - z\n", .textAfterQuote("'")),
    ("a:\n  - «[ -f x ] && y»\n", .reservedStart("[")),
    ("a:\n  - «{ echo x; } y»\n", .reservedStart("{")),
    ("a:\n  - «**/*»\n", .reservedStart("*")),
    ("{a: 1, b: [x, «*.jar»]}\n", .reservedStart("*")),
    ("a:\n  - «`date`»\n", .reservedStart("`")),
    ("a:\n  - «@x»\n", .reservedStart("@")),
    ("a:\n  - «%x»\n", .reservedStart("%")),
    ("a:\n  - \"x «\\d»\"\n", .unknownEscape),
    ("a:\n  - «\"x»\n", .unclosedQuote("\"")),
    ("a:\n  - «'x y»\nb:\n  - 'z'\n", .unclosedQuote("'")),
    ("a: «[x, y»\nb: 1\n", .unclosedFlow("[")),
    ("a:\n  - |\n      x\n    «y»\n  - z\n", .misalignedBlock),
    ("a:\n  - |\n    x \"\n  «# y»\n    z\"\n  - w\n", .misalignedBlock),
    ("a:\n  - x: y«:» z\n", .colonInValue),
    ("«version 0.2»\nphases:\n", .strayText),
    ("a:\n  - x\n  «y»\nb: 1\n", .strayText),
    ("a:\n  - x\n «- y»\n", .misindented),
    ("«<<<<<<< HEAD»\na: 1\n=======\nb: 2\n", .mergeConflict),
  ])
  func `the cause and its place are found`(_ text: String, _ cause: YAMLSyntaxCause) throws {
    let marked = MarkedText(text)
    let document = YAMLDocument(parsing: SourceText(path: "t", text: marked.text))
    let problem = try #require(document.problems.last)
    guard case .syntax(let error) = problem.kind else {
      Issue.record("no syntax error: \(problem)")
      return
    }
    #expect(error.cause == cause)
    #expect(problem.range == marked.ranges[0])
  }

  @Test func `the line that CodeBuild prints is libyaml's own`() {
    let text = "version: 0.2\nphases:\n  build:\n\tcommands:\n"
    let document = YAMLDocument(parsing: SourceText(path: "t", text: text))
    guard case .syntax(let error) = document.problems.last?.kind else {
      Issue.record("no syntax error")
      return
    }
    #expect(error.problem == "found character that cannot start any token")
    #expect(error.reportedLine == 3)
  }
}
