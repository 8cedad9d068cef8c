import BuildExecution

extension ConformanceCases {
  /// What one command leaves for the next.
  static let state: [ConformanceCase] = [
    .commands("variables", "A=1", "echo $A", output: "1\n"),
    .commands("exported variables", "export A=1", "sh -c 'echo $A'", output: "1\n"),
    .commands("variables become exported", "A=1", "sh -c 'echo $A'", output: "1\n"),
    .commands(
      "values of all kinds", #"A="it's \"q\" \$HOME \`\\""#, "B='  x  '",
      "printf '<%s>' \"$A\" \"$B\"", output: "<it's \"q\" $HOME `\\><  x  >"),
    .commands("line feeds in values", "A='a\n\nb\n'", "printf '<%s>' \"$A\"", output: "<a\n\nb\n>"),
    .commands("an empty value", "A=", "echo \"${A-unset}|${A:-empty}\"", output: "|empty\n"),
    .commands("unset", "A=1", "unset A", "echo ${A-unset}", output: "unset\n"),
    .commands(
      "functions are lost", "f() { echo f; }", "f 2>/dev/null", status: .failed, output: ""),
    .commands("aliases are lost", "alias f='echo f'", "f 2>/dev/null", status: .failed, output: ""),
    .commands(
      "options are lost", "set -e -u -f", "false; echo \"on $UNSET\" *", files: ["file": ""],
      output: "on  file\n"),
    .commands("positional parameters are lost", "set -- a b", "echo $#", output: "0\n"),
    .commands(
      "folder", "mkdir -p a/b; cd a/b", "echo ${PWD#\"$CODEBUILD_SRC_DIR\"}", output: "/a/b\n"),
    .commands(
      "folder with blanks and quotes", "mkdir -p \"it's  a dir\"; cd it*", "pwd",
      output: "SRC/it's  a dir\n"),
    .commands("folder in Unicode", "mkdir 日本; cd 日本", "pwd", output: "SRC/日本\n"),
    .commands("back and forth", "mkdir d; cd d", "cd ..", "pwd", output: "SRC\n"),
    .commands("cd -", "mkdir d; cd d", "cd - >/dev/null", "pwd", output: "SRC\n"),
    .commands("folder outside of the source", "cd /tmp", "pwd", output: "/tmp\n"),
    .commands("folder through a link", "mkdir d; ln -s d l; cd l", "pwd", output: "SRC/l\n"),
    .commands(
      "a folder that goes away", "mkdir d; cd d", "rmdir ../d 2>/dev/null || rm -r ../d",
      "echo still", status: .succeeded),
    .commands(
      "exit loses what was set", "A=1; mkdir d; cd d; exit 0", "echo \"${A-lost}\"; pwd",
      output: "lost\nSRC\n"),
    .commands("what was set before is kept", "A=1", "A=2; exit 0", "echo $A", output: "1\n"),
    .commands("set -e loses it too", "set -e; A=1; false || true; A=2", "echo $A", output: "2\n"),
    .commands(
      "a subshell changes nothing", "(A=1; cd /)", "echo ${A-unset}; pwd", output: "unset\nSRC\n"),
    .commands("files of the source", "echo new > f", "cat f", output: "new\n"),
    .commands("CODEBUILD_LAST_EXIT", "true", "echo $CODEBUILD_LAST_EXIT", output: "0\n"),
    .commands(
      "PATH",
      "mkdir bin; printf '#!/bin/sh\\necho mine\\n' > bin/mine; chmod +x bin/mine; PATH=$PWD/bin:$PATH",
      "mine", output: "mine\n"),
    .commands(
      "many variables", "for i in $(seq 1 300); do export V$i=$i; done", "echo $V1 $V300",
      output: "1 300\n"),
    .commands(
      "a large value", "A=$(yes | head -c 40000 | tr -d '\\n')", "echo ${#A}", output: "20000\n"),
    .commands("CODEBUILD_SRC_DIR", "echo \"$CODEBUILD_SRC_DIR\"; pwd", output: "SRC\nSRC\n"),
    ConformanceCase(
      "variables of the buildspec",
      "version: 0.2\nenv: {variables: {A: \"it's $B `x`\", B: 'ü\n\n ', C: ''}}\nphases: {build: {commands: [\"printf '<%s>' \\\"$A\\\" \\\"$B\\\" \\\"$C\\\"\"]}}",
      output: "<it's $B `x`><ü\n><>"),
    ConformanceCase(
      "exported-variables",
      "version: 0.2\nenv: {exported-variables: [A, B, C, D]}\nphases:\n  build:\n    commands: [\"A='x  y'; B=; D='two\n\n      lines'\", 'unset C']\n"
    ),
    ConformanceCase(
      "version 0.1 keeps nothing",
      "version: 0.1\nphases: {build: {commands: [A=1; cd /, 'echo ${A-unset}; pwd']}}",
      output: "unset\nSRC\n"),
    ConformanceCase(
      "version 0.1 fails", "version: 0.1\nphases: {build: {commands: ['exit 4', echo never]}}",
      status: .failed, output: ""),
    ConformanceCase(
      "state goes from phase to phase",
      "version: 0.2\nphases: {install: {commands: [A=1; mkdir d; cd d]}, build: {commands: ['echo $A; pwd']}}",
      output: "1\nSRC/d\n"),
  ]
}
