import BuildExecution

extension ConformanceCases {
  /// What a shell does with texts.
  static let shell: [ConformanceCase] = [
    .commands("no output", "true", output: ""),
    .commands("words", "echo one two", output: "one two\n"),
    .commands("single quotes", #"echo 'a  b' "c  d""#, output: "a  b c  d\n"),
    .commands("a quote in quotes", #"echo "it's" '"'"#, output: "it's \"\n"),
    .commands("backslashes", #"printf '%s\n' '\' '\\' '\n'"#, output: "\\\n\\\\\n\\n\n"),
    .commands("dollar signs", #"echo '$HOME $(x) `y` ${z}'"#, output: "$HOME $(x) `y` ${z}\n"),
    .commands("substitution", #"echo "<$(printf 'a\n\n')>""#, output: "<a>\n"),
    .commands("arithmetic", "echo $((6 * 7))", output: "42\n"),
    .commands("Unicode", "echo 'grüße 日本語 👋'", output: "grüße 日本語 👋\n"),
    .commands("Unicode in variables", "A='ñ 日'", "echo \"$A\"", output: "ñ 日\n"),
    .commands(
      "bytes that are no text", #"printf '\377\201\200a' | od -An -tx1 | tr -d ' '"#,
      output: "ff818061\n"),
    .commands("here-document", "cat <<END\n$((1 + 1))\nEND", output: "2\n"),
    .commands("quoted here-document", "cat <<'END'\n$x `y` \\\nEND", output: "$x `y` \\\n"),
    .commands("several lines", "if true\nthen\n  echo yes\nfi", output: "yes\n"),
    .commands("a comment at the end", "echo a # b", output: "a\n"),
    .commands("only a comment", "# nothing", output: ""),
    .commands("a line that goes on", "echo a \\\n  b", output: "a b\n"),
    .commands("a backslash at the end", "echo a \\", output: "a\n"),
    .commands("globs", "echo *.txt", files: ["b.txt": "", "a.txt": ""], output: "a.txt b.txt\n"),
    .commands("a glob without a match", "echo *.nothing", output: "*.nothing\n"),
    .commands("pipes", "printf 'b\\na\\n' | sort | tr '\\n' ,", output: "a,b,"),
    .commands("name of the script", "echo \"$0\"", output: "TMP/script.sh\n"),
    .commands("no arguments", "echo $#", output: "0\n"),
    .commands("a script's line numbers", "echo one\nnosuchprogram", status: .failed),
    .commands("a syntax error", "if true; then", status: .failed),
    .commands("an open quote", "echo 'a", status: .failed),
    .commands("umask", "umask", output: "0022\n"),
    .commands("file modes", "umask 077; touch f; ls -l f | cut -c 1-10", output: "-rw-------\n"),
    .commands(
      "an executable of the source", "chmod +x run; ./run", files: ["run": "#!/bin/sh\necho ran\n"],
      output: "ran\n"),
    .commands(
      "a long command", "echo " + String(repeating: "x", count: 60_000) + " | wc -c",
      output: "60001\n"),
    .commands("tabs and blanks", "printf '<%s>' 'a\tb' '  c  '", output: "<a\tb><  c  >"),
    .commands(
      "nothing of the driver is seen", "env | grep -c _bs_ || true; set | grep -c '^_bs_n' || true",
      output: "0\n0\n"),
  ]
}
