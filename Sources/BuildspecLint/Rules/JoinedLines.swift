import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Lines that YAML joins and that were meant to stand alone.
enum JoinedLines: ShellRule {
  static let info = RuleInfo(
    "BS417", "joined-lines", .warning,
    summary: "YAML joins the lines of a command that were meant as lines.",
    why: """
      Outside of a block under | YAML makes one line of several. A `\\` at the end of a line \
      then escapes a blank, a comment goes on to the end, and a second command becomes an \
      argument of the first.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - docker build \\
              -t app .
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - docker build
              -t app .
      """,
    source: "YAML 1.1, line folding; POSIX shell, escape character.")

  static let signs: [StaticString] = ["commands", "finally"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.flatMap { item -> [Diagnostic] in
      let command = item.command
      guard command.style != .literal,
        let first = ByteSearch.first(0x0A, in: file.source.bytes, from: command.range.start),
        first < command.range.end, item.problem == nil
      else { return [] }
      let lines = FoldedLines(command, file.source)
      if let slash = lines.slashes.first { return [slashFinding(slash, lines)] }
      return comment(item, lines) + secondCommand(item, lines)
    }
  }

  private static func slashFinding(_ place: SourceRange, _ lines: FoldedLines) -> Diagnostic {
    finding(
      "YAML joins these lines, so this backslash escapes a blank", at: place,
      help: "leave the backslashes out, or put the command under a `|`",
      fix: Fix(
        title: "leave them out", safety: .unsafe,
        edits: lines.slashes.map { TextEdit(range: $0, replacement: "") }))
  }

  /// A line of a folded block that makes a comment of those behind it.
  private static func comment(_ item: ShellItem, _ lines: FoldedLines) -> [Diagnostic] {
    guard item.command.style == .folded,
      let line = lines.joined.first(where: { $0.text.hasPrefix("#") })
    else { return [] }
    return [
      finding(
        "YAML joins these lines, so this comment takes in what follows", at: line.range,
        help: "use `|`, which keeps the lines")
    ]
  }

  private static func secondCommand(_ item: ShellItem, _ lines: FoldedLines) -> [Diagnostic] {
    guard let line = lines.pairs.first(where: { areTwoCommands($0.line.text, $0.next.text) }) else {
      return []
    }
    return [
      finding(
        "YAML joins this line to the command before it", at: line.next.range,
        help: "make it an item of its own, or join the two with `&&`")
    ]
  }

  /// Whether a line is whole and the next one begins a command.
  private static func areTwoCommands(_ line: String, _ next: String) -> Bool {
    guard let left = start(line), let right = start(next), left != "docker", leading.contains(left),
      leading.contains(right)
    else { return false }
    let script = ShellScript(parsing: line)
    guard script.problem == nil, script.statements.count == 1,
      let only = script.statements[0].onlyCommand, only.words.count > 1,
      let last = line.utf8.last, !"\\|&;({,".utf8.contains(last)
    else { return false }
    return ShellScript(parsing: next).commands.first.map { $0.words.count > 1 } ?? false
  }

  private static func start(_ line: String) -> Substring? { line.split(separator: " ").first }

  /// Commands that, but for docker, take no other command as an argument.
  private static let leading: Set<Substring> = [
    "cd", "export", "npm", "yarn", "pip", "pip3", "aws", "mvn", "apt-get", "yum", "mkdir", "cp",
    "mv", "chmod", "git", "docker", "curl", "terraform", "wget", "python", "python3", "unzip",
    "dotnet", "rm",
  ]
}
