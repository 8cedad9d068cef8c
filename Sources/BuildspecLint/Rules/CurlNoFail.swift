import BuildspecModel
import Diagnostics
import ShellSyntax

/// Downloads that succeed with an error page.
enum CurlNoFail: ShellRule {
  static let info = RuleInfo(
    "BS429", "curl-no-fail", .info,
    summary: "`curl` saves a file without `--fail`.",
    why: """
      Without `--fail` curl takes an error of the server for success and saves the error page \
      under the name of the file. The build fails later, or not at all. One finding a file; \
      more places are shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - curl -sSL -o tool.zip https://example.com/tool.zip
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - curl -fsSL -o tool.zip https://example.com/tool.zip
      """,
    source: "curl(1), --fail.")

  static let signs: [StaticString] = ["curl "]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var names: [SourceRange] = []
    for item in shell.items
    where item.holds("curl ") && item.holds("O", "o ", "--output", ">")
      && !item.holds("|| true")
    {
      for command in item.commands {
        guard command.name == "curl", let name = command.words.first, saves(command) else {
          continue
        }
        names.append(item.range(of: name.range))
      }
    }
    return finding(
      "an error of the server counts as success here", atAll: names,
      help: "add `--fail`",
      fix: Fix(
        title: "add `--fail`", safety: .unsafe,
        edits: names.map {
          TextEdit(range: SourceRange(at: $0.end), replacement: " --fail")
        }))
  }

  /// Whether the command writes a download into a file and looks at no status.
  private static func saves(_ command: ShellCommand) -> Bool {
    var isSaved = command.redirections.contains { $0.sign == ">" && isFile($0.target) }
    let words = command.arguments
    for index in words.indices {
      let word = words[index]
      // What is not written out may hold the option, or a server that answers for itself.
      let text = word.literalPrefix
      if text.isEmpty, !word.isQuoted { return false }
      if text.hasPrefix("--") {
        if others.contains(text) || text.hasPrefix("--fail") || text.hasPrefix("--data") {
          return false
        }
        if text == "--remote-name" || text == "--output" { isSaved = true }
      } else if text.hasPrefix("-") {
        if text.utf8.contains(where: { "fXdIwTF".utf8.contains($0) }) { return false }
        if text.utf8.last == UInt8(ascii: "o") || text.utf8.contains(UInt8(ascii: "O")) {
          isSaved = words[(index + 1)...].first?.literal != "/dev/null"
        }
      } else if text.holds("localhost") || text.holds("127.0.0.1") || text.holds("169.254") {
        return false
      }
    }
    return isSaved
  }

  /// Options of a request that is no download, or whose status is looked at.
  private static let others = ["--request", "--head", "--write-out", "--upload-file", "--form"]

  private static func isFile(_ target: ShellWord) -> Bool {
    target.literal != "/dev/null"
  }
}
