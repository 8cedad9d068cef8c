import ShellSyntax
import TestSupport
import Testing

struct PlainScriptTests {
  @Test(arguments: [
    "mvn -q verify", "docker build -t \"$REPO:$TAG\" .", "echo '#not a comment'", "a && b || c | d",
    "TAG=${CODEBUILD_RESOLVED_SOURCE_VERSION:-latest}", "echo done > log 2>&1", "cat a >> b",
    "export A=$(git rev-parse --short HEAD)", "x=$(a \"$(b)\")", "a\nb; c\n",
    "[ -f pom.xml ] && mvn verify",
    "printf \"it's \\\"quoted\\\"\\n\"", "find . -name '*.java'", "iffy; dodo; fine", "a \\\n  b",
    "a#b", "", "a # (b", "# \"a", "sort < names > list", "cat <&3", "echo `date`", "a \"`b '`\"",
    "echo ${A%%:*} ${A/b/c} ${#A} $1 $?", "echo $", "\\\n a",
  ])
  func `complete commands are told without the parser`(script: String) {
    #expect(PlainScript.covers(script))
    #expect(ShellScript(parsing: script).problem == nil)
  }

  @Test(arguments: [
    "if true; then", "fi", "echo 'open", "echo \"open", "echo $(open", "echo ${open", "&& a",
    "a && || b",
    "a;; b", "echo )", "done", "for x in a b", "case a in", "while true", "function f", "a\n|| b",
    "$(fi)", "echo `a", "trailing \\", "cat << E", "a <(b)", "fi\\\n", "\\\nfi", "echo $(a # b)",
    "a >", "< a", "${A:-$(b}", "echo \"`a\"",
  ])
  func `what may be incomplete is left to the parser`(script: String) {
    #expect(!PlainScript.covers(script))
  }

  @Test func `the parser finds no problem in what is taken as plain`() {
    var random = SeededRandom(seed: 11)
    let pieces = [
      "if", "fi", "do", "done", "case", "esac", "{", "}", "(", ")", "[[", "]]", "$(", "${", "}",
      "`",
      "'", "\"", "\\", "\n", ";", "&", "&&", "|", "||", "<", "<<E", ">", "a", "=", "#", "!", "$",
      "$X",
      "2>&1", "é",
    ]
    var plain = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1..<9, using: &random)).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      guard PlainScript.covers(text) else { continue }
      plain += 1
      #expect(ShellScript(parsing: text).problem == nil, "\(text.debugDescription)")
    }
    #expect(plain > 1_000)
  }
}
