import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct YAMLDocumentTests {
  @Test func `nodes carry their byte ranges`() throws {
    let marked = MarkedText("«é: «[1, 2]»\nlist:\n  «- a\n  - 'b c'»»\n\n# end\n")
    let source = SourceText(path: "t", text: marked.text)
    let root = try #require(YAMLDocument(parsing: source).root)
    #expect(root.range == marked.ranges[0])
    #expect(root["é"]?.range == marked.ranges[1])
    #expect(root["list"]?.range == marked.ranges[2])
  }

  @Test func `a block scalar ends with its last line`() throws {
    let marked = MarkedText("a: «|\n  one\n  two»\n\n\nb: 1\n")
    let source = SourceText(path: "t", text: marked.text)
    #expect(YAMLDocument(parsing: source).root?["a"]?.range == marked.ranges[0])
  }

  @Test func `the byte order mark is not counted`() throws {
    let source = SourceText(path: "t", text: "\u{FEFF}key: value\n")
    let pair = try #require(YAMLDocument(parsing: source).root?.mapping?.first)
    #expect(source.text(pair.key.range) == "key")
    #expect(source.text(pair.value.range) == "value")
  }

  @Test func `raw text of numbers is kept`() {
    let root = root("a: 3.10\nb: 0123\nc: yes\n")
    #expect(root?["a"]?.scalar?.text == "3.10")
    #expect(root?["a"]?.scalar?.kind == .float)
    #expect(root?["b"]?.scalar?.kind == .integer)
    #expect(root?["c"]?.scalar?.kind == .boolean)
  }

  @Test(arguments: [
    ("~", YAMLScalar.Kind.null), ("1e3", .float), ("0x1F", .integer), ("-12", .integer),
    (".5", .float), ("1.2.3", .string), ("-", .string), ("e3", .string), ("1-2", .string),
    ("No", .boolean), ("0xZZ", .string), ("+", .string), ("1e", .string),
  ])
  func `plain scalars have the kind of YAML 1.1`(_ text: String, _ kind: YAMLScalar.Kind) {
    #expect(YAMLScalar(text: text, style: .plain).kind == kind)
    #expect(YAMLScalar(text: text, style: .singleQuoted).kind == .string)
  }

  @Test func `a duplicate key is found with its first place`() {
    let marked = MarkedText("a:\n  «b»: 1\n  c: 2\n  «b»: 3\n")
    let problem = problems(marked.text).first
    #expect(problem?.kind == .duplicateKey("b"))
    #expect(problem?.range == marked.ranges[1])
    #expect(problem?.related == marked.ranges[0])
  }

  @Test func `duplicates are found in long mappings too`() {
    let keys = (0..<40).map { "k\($0): 1\n" }.joined()
    #expect(
      problems(keys + "k3: 2\nk39: 2\n").map(\.kind) == [.duplicateKey("k3"), .duplicateKey("k39")])
  }

  @Test func `aliases are resolved and keep their own place`() throws {
    let marked = MarkedText("a: &x [1, 2]\nb: «*x»\n")
    let node = try #require(root(marked.text)?["b"])
    #expect(node.sequence?.count == 2)
    #expect(node.alias == "x")
    #expect(node.range == marked.ranges[0])
  }

  @Test func `an alias without anchor, and one inside its own node, are found`() {
    #expect(problems("a: *x\n").map(\.kind) == [.undefinedAlias("x")])
    #expect(problems("a: &x\n  b: *x\n").map(\.kind) == [.recursiveAlias("x")])
  }

  @Test func `a second document and an unknown tag are found`() {
    #expect(problems("a: 1\n---\nb: 2\n").map(\.kind) == [.multipleDocuments])
    #expect(problems("a: !Ref b\n").map(\.kind) == [.unknownTag("!Ref")])
    #expect(problems("a: !!str 1\n") == [])
  }

  @Test func `comments are found outside scalars only`() {
    let marked = MarkedText(
      "«# top»\na: 'b # c' «# d»\ne: |\n  # f\n  g\n«# h»\ni: x#y\n")
    let source = SourceText(path: "t", text: marked.text)
    let comments = GapScanner.comments(in: source, document: YAMLDocument(parsing: source))
    #expect(comments.map(\.range) == marked.ranges)
    #expect(comments.map(\.isTrailing) == [false, true, false])
  }

  private func root(_ text: String) -> YAMLNode? {
    YAMLDocument(parsing: SourceText(path: "t", text: text)).root
  }

  private func problems(_ text: String) -> [YAMLProblem] {
    YAMLDocument(parsing: SourceText(path: "t", text: text)).problems
  }
}
