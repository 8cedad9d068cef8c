import BuildspecLint
import Diagnostics
import TestSupport
import Testing

/// Comparisons with the id of who triggered the webhook.
@Suite struct SpoofableActorTests {
  static let name = "CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID"

  /// `X` stands for the variable.
  @Test(arguments: [
    "[[ $X == «*123*» ]]", "[[ ${X} = «123*» ]] && make", "[[ \"$X\" != «*\"123\"» ]]",
    "[[ $X == *,* || $X == «*,?123*» ]]", "[[ ${X:-0} == «*$TRUSTED*» ]]",
    "[[ $X =~ «123» ]]", "[[ $X =~ «^123» ]]", "[[ $X =~ «(123|456)$» ]]",
    "[[ $X =~ «^123|456$» ]]", "[[ $X =~ «^.*123$» ]]", "[[ $X =~ «^[0-9]*123$» ]]",
    "[[ $X =~ «^(123|456)» ]] && echo yes", "[[ $X =~ «^1{2}3+$» ]]",
    "case \"$X\" in «*123*») make;; esac", "case $X in 7) ;; 123|«456*») make;; esac",
    "if true; then case $X in «*123») make;; esac; fi",
    "echo \"$X\" | grep «123»", "echo $X | grep -q -e «123» -e «^456»",
    "printf %s \"$X\" | egrep -q «'^(123|456)'» && make", "echo $X | grep -qE «'123|456'»",
    "echo $X | grep «'^\\(123\\|456\\)'»", "echo $X | tr -d ' ' | grep -qv «123»",
    "grep -q «123» <<< \"$X\"", "echo $X | grep -qF «123»", "echo $X | fgrep «\"$TRUSTED\"»",
    "OK=$(echo $X | grep -c «123»)", "f() { echo $X | grep «123»; }",
  ])
  func `an id that contains the trusted one`(_ command: String) {
    let found = expect(command)
    #expect(found.allSatisfy { $0.message == "every id that contains this one passes, too" })
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test(arguments: [
    "echo \"123,456\" | grep «\"$X\"»", "grep -q «$X» allowed.txt", "grep -q -- «^$X» allowed.txt",
    "grep -qE «\"^$X|,$X$\"» allowed.txt", "[[ \" 123 456 \" == «*$X*» ]]",
    "[[ $IDS == «*\"$X,\"*» ]]", "[[ ${IDS[*]} =~ «$X» ]]", "[[ $IDS =~ «,$X» ]]",
    "case \",123,456,\" in «*\"$X\"*») make;; esac", "[[ $IDS =~ «.$X.» ]]",
  ])
  func `an id that is a part of a trusted one`(_ command: String) {
    let found = expect(command)
    #expect(
      found.allSatisfy { $0.message == "every id that is a part of a listed one passes, too" })
  }

  @Test(arguments: [
    "[[ $X == 123 ]]", "[[ $X == \"*123*\" ]]", "[[ $X == '' || $X == * ]]", "[[ -n $X ]]",
    "[[ $X == @(123|456) ]]", "[[ $X == *[!0-9]* ]]", "[[ $X == ?* ]]",
    "[[ $X =~ ^123$ ]]", "[[ $X =~ ^(123|456)$ ]]", "[[ $X =~ ^123$|^456$ ]]",
    "[[ $X =~ (^|,)123(,|$) ]]", "[[ $X =~ ^[0-9]+$ ]]", "[[ $X =~ $TRUSTED ]]",
    "[[ \",$X,\" =~ ,123, ]]", "[[ $X =~ \\b123\\b ]]", "[[ $X =~ ^[0-9]{6,9}$ ]]",
    "[[ $IDS == *\",$X,\"* ]]", "[[ $IDS == *,$X,* ]]", "[[ \" ${IDS[*]} \" =~ \" $X \" ]]",
    "[[ $IDS =~ (^|,)$X(,|$) ]]", "[[ $IDS =~ [^0-9]$X[^0-9] ]]", "[[ $IDS == $X ]]",
    "case \"$X\" in 123|456) make;; *) exit 1;; esac", "case \",123,\" in *\",$X,\"*) make;; esac",
    "case ,$X, in *,123,*) make;; esac", "test \"$X\" = 123", "[ \"$X\" = 123 ]",
    "echo \"$X\" | grep -x 123", "echo $X | grep -qF '^123$'", "echo \"$X\" | grep -qw 123",
    "echo $X | grep '^123$'",
    "echo $X | grep -qE '^(123|456)$'", "echo $X | grep '^\\(123\\|456\\)$'",
    "echo $X | grep --line-regexp 123", "echo $X | grep \"^$TRUSTED$\"", "echo $X | grep $TRUSTED",
    "echo $X | grep -P '(?<!\\d)123(?!\\d)'", "echo $X | grep -P '^(?:123|456)$'",
    "grep -qx \"$X\" allowed.txt", "grep -q \"^$X$\" allowed.txt", "grep -q \"^$X\\$\" allowed.txt",
    "grep -q \"\\b$X\\b\" a.txt", "grep -qE \"(^|,)$X(,|$)\" a.txt", "grep -qFx -f ids.txt <<< $X",
    "env | grep X", "echo \"$X\" | tee id.txt", "echo \"actor $X\"", "echo $X | grep -c bot",
    "git log | grep 123", "echo $X | sed s/123/456/ | grep 123", "echo '$X' | grep 123",
    "./check.sh $X 123", "[[ $OTHER == *123* ]]", "grep $FLAGS 123 <<< $X",
  ])
  func `comparisons of whole ids, and other questions`(_ command: String) {
    #expect(RuleCheck.findings("BS815", in: buildspec(command)) == [])
  }

  @Test func `a name that the script gives to the id is followed`() {
    let lines =
      "- ACTOR=\"$X\"\n- export WHO=$X\n- echo $ACTOR | grep «123»\n"
      + "- test a && [[ $WHO == «*123*» ]]"
    RuleCheck.expect("BS815", at: RuleCheck.commands(lines.replacing("X", with: Self.name)))
    let other = "- ACTOR=\"a$X\"\n- export WHO=$X-1\n- '[[ $WHO == *123* || $ACTOR == *123* ]]'"
    #expect(
      RuleCheck.findings("BS815", in: RuleCheck.commands(other.replacing("X", with: Self.name)))
        == [])
  }

  @Test func `what is cut off or makes no sense is read to its end`() {
    let pieces = [
      "$X", "${X", "${X:-1}", "1", "23", "*", "?", "[", "[^", "[:digit:", "]", "(", "(?:", "(?!",
      ")",
      "|", "{2", ",}", "\\", "^", "$", "'", "\"", "`", "$(", " ", "\n  ", " =~ ", " == ", "[[ ",
      " ]]",
      "case $X in ", ") ;; ", " esac", "echo $X | ", "grep ", "-e ", "-qE", "--", "<<< ", "é", ",",
    ]
    var random = SeededRandom(seed: 815)
    for _ in 0..<1_500 {
      let count = Int.random(in: 1...12, using: &random)
      let text = (0..<count).map { _ in random.pick(pieces) }.joined()
      for command in [text, "[[ $X =~ \(text)", "case $X in \(text)", "echo $X | grep \(text)"] {
        let found = RuleCheck.findings("BS815", in: buildspec(command))
        #expect(found.allSatisfy { $0.range.start <= $0.range.end }, "\(command)")
      }
    }
  }

  @Test func `a long pattern takes no longer than its length`() {
    let id = Self.name
    let alternatives =
      String(repeating: "(1|", count: 60_000) + String(repeating: ")", count: 60_000)
    let pipes = String(repeating: "| tr a b ", count: 30_000)
    let greps = String(repeating: "| grep -x 1 ", count: 30_000)
    let text = RuleCheck.commands(
      "- |\n  [[ $\(id) =~ ^\(alternatives)$ ]]\n- |\n  echo $\(id) \(pipes)\(greps)")
    let clock = ContinuousClock()
    let time = clock.measure { _ = RuleCheck.findings("BS815", in: text) }
    #expect(time < .seconds(20))
  }

  private func expect(_ command: String) -> [Diagnostic] {
    RuleCheck.expect("BS815", at: buildspec(command))
  }

  private func buildspec(_ command: String) -> String {
    let text = command.replacing("$X", with: "$" + Self.name)
      .replacing("${X", with: "${" + Self.name).replacing("grep X", with: "grep " + Self.name)
    return RuleCheck.commands("- |\n  \(text)")
  }
}
