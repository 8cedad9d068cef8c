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
    var findings: [Diagnostic] = []
    for item in shell.items where isTelling(item.command, file.source) && item.problem == nil {
      let lines = FoldedLines(item.command, file.source)
      if let slash = lines.slashes.first {
        findings.append(slashFinding(slash, lines))
      } else {
        findings += comment(item, lines) + secondCommand(item, lines)
      }
    }
    return findings
  }

  /// Whether a line of the command ends or begins in a telling way, which spares most commands the
  /// closer look.
  private static func isTelling(_ command: Command, _ source: SourceText) -> Bool {
    guard command.style != .literal, command.takesSeveralLines else { return false }
    var start = command.range.start
    while let end = ByteSearch.first(0x0A, in: source.bytes, from: start), end < command.range.end {
      let line = source.bytes[start..<end]
      let next = source.bytes[(end + 1)..<command.range.end].drop { $0 == 0x20 || $0 == 0x09 }
      let last = line.last { $0 != 0x20 && $0 != 0x0D } ?? 0
      if last == UInt8(ascii: "\\") || next.first == UInt8(ascii: "#") { return true }
      if !joining.contains(last) {
        let word = next.prefix { $0 > 0x20 }
        if leading.contains(where: { $0.utf8.count == word.count && word.elementsEqual($0.utf8) }) {
          return true
        }
      }
      start = end + 1
    }
    return false
  }

  /// What a line ends in that goes on.
  private static let joining = Array("\\|&;({,".utf8)

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
      let line = lines.pairs.first(where: { $0.line.text.utf8.first == UInt8(ascii: "#") })?.line
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
      let last = line.utf8.last, !joining.contains(last)
    else { return false }
    return ShellScript(parsing: next).commands.first.map { $0.words.count > 1 } ?? false
  }

  private static func start(_ line: String) -> Substring? {
    Substring(line.utf8.prefix { $0 != 0x20 })
  }

  /// Commands that, but for docker, take no other command as an argument.
  private static let leading: [Substring] = [
    "cd", "export", "npm", "yarn", "pip", "pip3", "aws", "mvn", "apt-get", "yum", "mkdir", "cp",
    "mv", "chmod", "git", "docker", "curl", "terraform", "wget", "python", "python3", "unzip",
    "dotnet", "rm",
  ]
}
