import BuildExecution

extension ConformanceCases {
  /// What commands read and write.
  static let streams: [ConformanceCase] = [
    .commands("standard input is at its end", "cat; echo end", output: "end\n"),
    .commands("read gets nothing", "read line || echo none", output: "none\n"),
    .commands(
      "standard error is in the log", "echo out; echo err >&2; echo out", output: "out\nerr\nout\n"),
    .commands("output without a line end", "printf abc", "printf def", output: "abcdef"),
    .commands("closed output", "exec >&- 2>&-; true", "echo on", output: "on\n"),
    .commands("carriage returns", "printf 'a\\r\\nb\\r'", output: "a\r\nb\r"),
    .commands(
      "escape sequences", "printf '\\033[31mred\\033[0m\\n'", output: "\u{1B}[31mred\u{1B}[0m\n"),
    .commands(
      "bytes like those of a marker", "printf '\\036'; printf '\\0360123 0\\n'; echo",
      output: "\u{1E}\u{1E}0123 0\n\n"),
    .commands(
      "much output", "seq 1 200000 | md5sum | cut -c 1-32; seq 1 50000", status: .succeeded),
    .commands("a long line", "head -c 300000 /dev/zero | tr '\\0' x; echo", status: .succeeded),
    .commands(
      "output of a background process", "(sleep 0.1; echo late) & echo now; wait",
      output: "now\nlate\n"),
    .commands("more open files", "exec 9>f; echo text >&9; exec 9>&-; cat f", output: "text\n"),
    .commands("no terminal", "[ -t 0 ] || [ -t 1 ] || [ -t 2 ] || echo none", output: "none\n"),
    .commands("/dev/null", "echo gone > /dev/null; cat /dev/null", output: ""),
    .commands("tee", "echo a | tee f; cat f", output: "a\na\n"),
    .commands("yes to head", "yes | head -n 3", output: "y\ny\ny\n"),
  ]
}
