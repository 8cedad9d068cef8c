import ShellSyntax
import Testing

struct PlainScriptTests {
  @Test(arguments: [
    "mvn -q verify", "docker build -t \"$REPO:$TAG\" .", "echo '#not a comment'", "a && b || c | d",
    "TAG=${CODEBUILD_RESOLVED_SOURCE_VERSION:-latest}", "echo done > log 2>&1", "cat a >> b",
    "export A=$(git rev-parse --short HEAD)", "x=$(a \"$(b)\")", "a\nb; c\n",
    "[ -f pom.xml ] && mvn verify",
    "printf \"it's \\\"quoted\\\"\\n\"", "find . -name '*.java'", "iffy; dodo; fine", "a \\\n  b",
    "a#b", "",
  ])
  func `complete commands are told without the parser`(script: String) {
    #expect(PlainScript.covers(script))
    #expect(ShellScript(parsing: script).problem == nil)
  }

  @Test(arguments: [
    "if true; then", "fi", "echo 'open", "echo \"open", "echo $(open", "echo ${open", "&& a",
    "a && || b",
    "a;; b", "echo )", "done", "for x in a b", "case a in", "while true", "function f", "a\n|| b",
    "$(fi)", "echo `a", "trailing \\",
  ])
  func `what may be incomplete is left to the parser`(script: String) {
    #expect(!PlainScript.covers(script))
  }
}
