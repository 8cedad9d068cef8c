import Diagnostics
import ShellSyntax
import TestSupport
import Testing

@Suite struct ShellScriptTests {
  @Test func `words of tests and patterns of a case are kept`() {
    func words(_ text: String) -> [String?] {
      guard
        case .compound(let compound)? = ShellScript(parsing: text).statements.first?.first.elements
          .first
      else { return [] }
      return compound.words.map { $0.literal ?? "(expanded)" }
    }
    #expect(words("[[ $A == *b* && ( -f 'c d' ) ]]") == ["(expanded)", "==", "*b*", "-f", "c d"])
    #expect(words("case x in a|'b c') make;; (d) ;; *) ;; esac") == ["x", "a", "b c", "d", "*"])
    #expect(words("[[") == [])
    #expect(words("if true; then make; fi") == [])
  }

  @Test func `words, quotes and expansions are told apart`() throws {
    let command = try #require(
      ShellScript(parsing: #"a "b $C" 'd e' f\ g h$(i j)${K:-l}"#).commands.first)
    #expect(command.words.map(\.literal) == ["a", nil, "d e", "f g", nil])
    var names: [String] = []
    for word in command.words { word.forEachParameter { name, _, _, _ in names.append(name) } }
    #expect(names == ["C", "K"])
  }

  @Test func `commands inside substitutions and compounds are found in order`() {
    let script = ShellScript(
      parsing: """
        if a; then b | c && d; else e; fi
        for x in 1 2; do f "$(g `h`)"; done
        case $x in p) i ;; *) j;; esac
        k() { l; }
        ( m ) & n
        while o; do p; done < file
        """)
    #expect(script.problem == nil)
    #expect(
      script.commands.compactMap(\.name)
        == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "l", "m", "n", "o", "p"])
  }

  @Test func `places are byte offsets of the script`() throws {
    let marked = MarkedText("é; echo $(«make» \"$(«test»)\") | «tee» log\n")
    let commands = ShellScript(parsing: marked.text).commands
    let places = commands.filter { ["make", "test", "tee"].contains($0.name) }
      .compactMap { $0.words.first?.range }
    #expect(places.sorted() == marked.ranges)
  }

  @Test func `places of parameters are those of the script`() {
    let marked = MarkedText(
      #"é; a -x="«$B»/$(c «${D}»)" 'e $f' «$G»; H="$(«$I»)«$?»"; j `k l«$M»`"#)
    var places: [SourceRange] = []
    for command in ShellScript(parsing: marked.text).commands {
      command.forEachWord { word in
        word.forEachParameter { _, _, range, _ in places.append(range) }
      }
    }
    #expect(places.sorted() == marked.ranges)
  }

  @Test func `parts of words are told apart`() throws {
    let command = try #require(
      ShellScript(parsing: #"a 'b'"c" d\ "e\f\"" $G"h" i`j` <(k) "$"l $'m'"#).commands.first)
    func shape(_ part: ShellWord.Part) -> String {
      switch part {
      case .literal(let text): text
      case .singleQuoted(let text): "'\(text)'"
      case .doubleQuoted(let parts): "\"" + parts.map(shape).joined(separator: "·") + "\""
      case .parameter(let name, let operation, _): "${\(name)\(operation)}"
      case .substitution: "$()"
      case .arithmetic(let text): "$((\(text)))"
      case .process: "<()"
      }
    }
    #expect(
      command.words.map { $0.parts.map(shape).joined(separator: "·") } == [
        "a", "'b'·\"c\"", #"d· ·"e·\f·"""#, #"${G}·"h""#, "i·$()", "<()", #""$"·l"#, "'m'",
      ])
    #expect(
      command.words.map(\.literal) == [
        "a", "bc", #"d e\f""#, nil, nil, nil, "$l", "m",
      ])
    #expect(
      command.words.map(\.literalPrefix) == ["a", "bc", #"d e\f""#, "", "i", "", "$l", "m"])
    #expect(command.words.filter(\.isQuoted).count == 5)
    #expect(command.words.filter(\.hasProcess).count == 1)
  }

  @Test func `here-documents are no commands`() {
    let script = ShellScript(parsing: "cat <<EOF > f\nif then\nEOF\ncat <<-'X'\n\tfi\n\tX\nend")
    #expect(script.problem == nil)
    #expect(script.openHeredoc == nil)
    #expect(script.commands.compactMap(\.name) == ["cat", "cat", "end"])
    #expect(ShellScript(parsing: "cat <<EOF\ntext").openHeredoc == "EOF")
  }

  @Test(arguments: [
    ("if a; then b", ShellProblem.Kind.missing("fi", for: "if")),
    ("for x in y; do z", .missing("done", for: "for")),
    ("echo \"a", .unclosed("\"")), ("echo 'a", .unclosed("'")), ("echo $(a", .unclosed("$(")),
    ("echo `a", .unclosed("`")), ("echo ${a", .unclosed("${")), ("fi", .unexpected("fi")),
    ("fi\\\n", .unexpected("fi")), ("a )", .unexpected(")")), ("{ a", .missing("}", for: "{")),
    ("case a in b) c", .missing("esac", for: "case")),
    ("if a then\n b\nfi", .missing("then", for: "if")),
    ("while a\n b\ndone", .missing("do", for: "while")),
  ])
  func `what is not complete is said`(_ text: String, _ kind: ShellProblem.Kind) {
    #expect(ShellScript(parsing: text).problem?.kind == kind)
  }

  @Test(arguments: [
    "a=(1 2 'x y') b", "[[ $a == b* && -f c ]] && d", "((i++))", "echo $((1 + (2 * 3)))",
    "a <(b) >(c)", "function f { a; }", "echo a#b # c", "a \\\n  b", "echo '#'", "echo \"\\\"\"",
    "x=$(case a in a) echo b;; esac)", "echo {a,b}", "a 2>&1 >/dev/null <&-", "! a", "a;", "a &",
    "until a; do b; done", "if ! a; then :; elif b; then c; fi", "${a[@]}", "echo ${a//\\//_}",
    "$'a\\'b'"
      .replacing("\\'", with: ""), "", "# only a comment", "echo $", "a && b || { c; exit 1; }",
    "export A=\"$(b \"c d\")\"", "f() ( a )", "select x in a; do b; done", "time a",
    "echo ${#a} ${!b}", "> log fi", "\\fi", "a fi",
  ])
  func `complete scripts have no problem`(_ text: String) {
    #expect(ShellScript(parsing: text).problem == nil)
  }

  @Test func `random pieces never trap or hang`() {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "if", "then", "fi", "do", "done", "case", "esac", "in", "{", "}", "(", ")", "[[", "]]", "$(",
      "${", "$((", "`", "'", "\"", "\\", "\n", ";", ";;", "&", "&&", "|", "||", "<", "<<E", ">",
      "a",
      "=", "A=", "#", " ", "for x", "function f", "é", "$", "!", "<(", "E\n",
    ]
    for _ in 0..<4_000 {
      let count = Int.random(in: 0..<30, using: &random)
      let text = (0..<count).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      _ = ShellScript(parsing: text).commands
    }
  }

  @Test(.timeLimit(.minutes(5)), arguments: ["$(", "`", "((", "(", "{ ", "\"$(", "${a:-", "if "])
  func `deep nesting ends in bounded time`(_ opening: String) {
    _ = ShellScript(parsing: String(repeating: opening, count: 20_000)).problem
  }
}
