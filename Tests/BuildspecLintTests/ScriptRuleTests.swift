import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// Rules about the order of commands, their lines and their shell.
@Suite struct ScriptRuleTests {
  @Test(arguments: [
    "- cd app\n- make\n- «cd app»", "- cd a/b && make\n- «cd a/c» && make",
    "- cd \"$CODEBUILD_SRC_DIR/app\"\n- make\n- «cd app»",
    "- |\n  cd app\n  make\n- if true; then make; fi\n- «cd ./app/»",
    "- cd app\n- (cd sub && make)\n- «cd app»",
  ])
  func `a folder cannot be entered from within`(_ commands: String) {
    RuleCheck.expect("BS407", at: RuleCheck.commands(commands))
  }

  @Test(arguments: [
    "- cd app\n- make\n- cd ..\n- cd app", "- (cd app && make)\n- cd app",
    "- cd app\n- make\n- cd $CODEBUILD_SRC_DIR\n- cd app", "- cd app && make; cd -\n- cd app",
    "- cd app\n- cd app", "- cd app\n- mkdir -p app\n- cd app", "- cd app\n- make\n- cd sub",
    "- cd app\n- git clone https://example.com/app\n- cd app", "- cd app\n- . ./x\n- cd app",
    "- cd app || true\n- make\n- cd app", "- if a; then cd app; fi\n- make\n- cd app",
    "- pushd app\n- make\n- popd\n- cd app", "- cd app\n- make\n- cd $DIR\n- cd app",
    "- cd app\n- make\n- cd /src\n- cd app", "- cd app | cat\n- make\n- cd app",
  ])
  func `a folder that was left, or may have been, can be entered again`(_ commands: String) {
    #expect(RuleCheck.findings("BS407", in: RuleCheck.commands(commands)) == [])
    let drift = RuleCheck.commands("- cd app\n- make\n- cd app").replacing("0.2", with: "0.1")
    #expect(RuleCheck.findings("BS407", in: drift) == [])
  }

  @Test func `the path gets the folder of the source where that is the base`() {
    let text = RuleCheck.commands("- cd app\n- make\n- cd app/sub && make")
    #expect(
      RuleCheck.fixed(text, by: "BS407")
        == text.replacing("cd app/sub", with: "cd \"$CODEBUILD_SRC_DIR/app/sub\""))
    let unknown = RuleCheck.commands("- cd $X\n- make\n- cd app\n- make\n- cd app")
    #expect(RuleCheck.findings("BS407", in: unknown).count == 1)
    #expect(RuleCheck.fixed(unknown, by: "BS407") == nil)
  }

  @Test(arguments: [
    "- docker build «\\»\n  -t app .", "- >\n  docker build «\\»\n  -t app .",
    "- 'make «\\»\n  all'", "- >-\n  «# build it»\n  make", "- cd app\n  «npm ci»",
    "- >\n  npm ci\n  «npm test»",
  ])
  func `lines that YAML joins were meant as lines`(_ commands: String) {
    RuleCheck.expect("BS417", at: RuleCheck.commands(commands))
  }

  @Test(arguments: [
    "- docker build\n  -t app .", "- \"make \\\n  all\"", "- |\n  make \\\n    all",
    "- docker run app\n  npm test", "- npm ci &&\n  npm test", "- >\n  npm ci;\n  npm test",
    "- npm ci\n\n  npm test", "- >\n  make\n  # last", "- >\n    # one\n\n    make",
    "- >\n  make\n    \\\n    x", "- >\n  # only", "- aws s3 cp a b\n  --recursive",
  ])
  func `lines that may be joined are left alone`(_ commands: String) {
    #expect(RuleCheck.findings("BS417", in: RuleCheck.commands(commands)) == [])
  }

  @Test func `the blanks behind a backslash are removed`() {
    let text = RuleCheck.commands("- |\n  docker build \\ \n    -t app . \\\t \n    -q")
    #expect(RuleCheck.findings("BS418", in: text).count == 2)
    #expect(
      RuleCheck.fixed(text, by: "BS418")
        == RuleCheck.commands("- |\n  docker build \\\n    -t app . \\\t \n    -q"))
    RuleCheck.expect("BS418", at: RuleCheck.commands("- |\n  make a«\\» \n  make b"))
    for fine in [
      "- |\n  make \\\n    all", "- |\n  cp a\\ b c\n  make",
      "- |\n  cat <<X\n  a \\ \n  X\n  make",
      "- |\n  # a \\ \n  make", "- |\n  echo 'a \\ \n  b'", "- |\n  make a \\ \n",
    ] {
      #expect(RuleCheck.findings("BS418", in: RuleCheck.commands(fine)) == [], "\(fine)")
    }
  }

  @Test(arguments: [
    "- «cd app»; make", "- if true; then «cd app»; make; fi",
    "- for a in x y; do «cd $a»; make; done", "- «cd $CODEBUILD_SRC_DIR/a»; make",
  ])
  func `what follows a failing cd runs in the wrong folder`(_ command: String) {
    RuleCheck.expect("BS424", at: RuleCheck.commands(command))
  }

  @Test(arguments: [
    "- cd app && make", "- cd app || exit; make", "- set -e; cd app; make", "- cd ..; make",
    "- cd $CODEBUILD_SRC_DIR; make", "- cd \"$HOME\"; make", "- cd app; pwd", "- cd app",
    "- |\n  cd app\n  make", "- if a; then cd app; else make; fi", "- if cd app; then make; fi",
  ])
  func `a cd that is looked at, or left to another rule, is fine`(_ command: String) {
    #expect(RuleCheck.findings("BS424", in: RuleCheck.commands(command)) == [])
  }

  @Test(arguments: [
    "- exit 0; «make»", "- |\n  if a; then\n    exit 1\n    «echo b»\n  fi",
    "- |\n  f() { exit 1; «make»; }\n  f",
  ])
  func `nothing runs behind an exit`(_ command: String) {
    RuleCheck.expect("BS307", at: RuleCheck.commands(command))
  }

  @Test(arguments: [
    "- make || exit 1; ls", "- if a; then exit 1; fi; make", "- test -f a && exit 0; make",
    "- |\n  case $A in\n    a) exit 1 ;;\n    b) make ;;\n  esac", "- (exit 1); make",
    "- if a; then exit 1; else make; fi", "- exit 1 & make", "- exit 0 | cat; make",
  ])
  func `an exit that may not be reached ends nothing`(_ command: String) {
    #expect(RuleCheck.findings("BS307", in: RuleCheck.commands(command)) == [])
  }

  @Test func `the shell that is named must know the command`() {
    func file(_ shell: String, _ command: String) -> String {
      RuleCheck.commands("- \(command)").replacing(
        "phases", with: "env:\n  shell: \(shell)\nphases")
    }
    for (shell, command) in [
      ("bash", "«Remove-Item» -Recurse out"), ("/bin/sh", "«Set-Location» app"),
      ("bash", "echo «$env:NAME»"), ("bash", "echo «%CODEBUILD_SRC_DIR%»"),
      ("powershell.exe", "«export A=b»"), ("cmd.exe", "«sudo make»"),
    ] {
      RuleCheck.expect("BS428", at: file(shell, command))
    }
    for (shell, command) in [
      ("bash", "pwsh -c 'Write-Host a'"), ("bash", "echo Write-Host"),
      ("bash", "cmd /c echo %CODEBUILD_SRC_DIR%"),
      ("powershell.exe", "Write-Host a"), ("powershell.exe", "bash -c 'export A=b'"),
      ("powershell.exe", "aws s3 ls"), ("cmd.exe", "echo %CODEBUILD_SRC_DIR%"),
      ("bash", "echo \"$env\":a"),
    ] {
      #expect(RuleCheck.findings("BS428", in: file(shell, command)) == [], "\(command)")
    }
    #expect(RuleCheck.findings("BS428", in: RuleCheck.commands("- Write-Host a")) == [])
  }

  @Test func `a phase that may fail comes before what publishes`() {
    func file(_ phase: String, _ value: String, _ build: String) -> String {
      """
      version: 0.2
      phases:
        \(phase):
          on-failure: \(value)
          commands:
            - make
        build:
          on-failure: ABORT
          commands:
            - \(build)
      """
    }
    RuleCheck.expect("BS306", at: file("install", "«continue»", "aws s3 sync out s3://a"))
    for text in [
      file("install", "ABORT", "aws s3 sync out s3://a"), file("install", "CONTINUE", "make all"),
      file("install", "CONTINUE", "test $CODEBUILD_BUILD_SUCCEEDING = 1 && docker push a"),
      file("post_build", "CONTINUE", "docker push a"),
    ] {
      #expect(RuleCheck.findings("BS306", in: text) == [])
    }
  }

  // MARK: Optional rules

  @Test func `a variable is known from where it is set`() {
    let marked = MarkedText(
      """
      version: 0.2
      env:
        variables: {PLAIN: a}
      phases:
        build:
          commands:
            - echo "$PLAIN $LATER" «$LATER» «${OTHER}» ${GIVEN:-x} $1 $? $HOME $AWS_REGION
            - LATER=1; echo $LATER; for F in a; do echo $F; done
            - echo $LATER '$NONE' $CODEBUILD_X
            - . ./env.sh
            - echo $NONE
      """)
    let found = named("BS426", in: marked.text)
    #expect(found.map(\.message).count == 2)
    #expect(found.flatMap { [$0.range] + $0.related.map(\.range) }.count == 3)
    #expect(found.last?.range == marked.ranges.last)
  }

  @Test(arguments: [
    ("- echo `date` \"a `pwd`\"", "- echo $(date) \"a $(pwd)\""),
    ("- echo `(a)` `b`", "- echo `(a)` $(b)"),
  ])
  func `backticks become the new form where they mean the same`(_ before: String, _ after: String) {
    let text = RuleCheck.commands(before)
    var bytes = Array(text.utf8)
    for edit in (named("BS423", in: text).first?.fix?.edits ?? []).sorted(by: {
      $0.range > $1.range
    }) {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement.utf8)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == RuleCheck.commands(after))
  }

  @Test func `backticks with escapes are left as they stand`() {
    let text = RuleCheck.commands("- echo `echo \\`date\\``")
    #expect(named("BS423", in: text).count == 1)
    #expect(named("BS423", in: text).first?.fix == nil)
    #expect(named("BS423", in: RuleCheck.commands("- echo 'a `b`'")) == [])
  }

  @Test(arguments: [
    ("docker rm x", true), ("docker rm x || true", false), ("docker rm x || echo gone", false),
    ("docker rm x; true", false), ("set -e; docker rm x; true", true),
    ("make || docker rm x", true),
    ("echo ok && docker rm x", true), ("docker rm x &", false), ("export A=b", false),
    ("A=b", false), ("A=$(cat id)", true), ("! true", true), ("exit 0", false), ("exit 1", true),
    ("if [ -f a ]; then echo a; fi", false), ("if [ -f a ]; then rm a; fi", true),
    ("for f in *; do echo $f; done", false), ("echo a | tee b", true), ("[ -f a ]", true),
    ("f() { rm a; }", false), ("[[ -f a ]]", true), ("{ rm a || :; }", false),
  ])
  func `a command of finally that may fail`(_ command: String, _ mayFail: Bool) {
    let text = """
      version: 0.2
      phases:
        build:
          commands:
            - make test
            - docker rm y
          finally:
            - '\(command.replacing("'", with: "''"))'
      """
    #expect(named("BS309", in: text).count == (mayFail ? 1 : 0))
  }

  /// Findings of an optional rule.
  private func named(_ code: String, in text: String) -> [Diagnostic] {
    var policy = LintPolicy()
    policy.flags.levels = RuleSelector(code).map { [.init(rules: $0, severity: .info)] } ?? []
    let source = SourceText(path: "buildspec.yml", text: text)
    return Linter.lint(BuildspecFile(source: source), LintContext(), policy).filter {
      $0.rule.code == code
    }
  }
}
