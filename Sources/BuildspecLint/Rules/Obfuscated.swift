import BuildspecModel
import Diagnostics
import ShellSyntax

/// Commands that are not what a reader sees.
enum Obfuscated: Rule {
  static let info = RuleInfo(
    "BS818", "obfuscated", .warning,
    summary: "A command is hidden from whoever reads the file.",
    why: """
      What is decoded and run at once, nobody has reviewed. Signs that turn the direction of writing \
      make a line look like another one, and a space of no width makes a word one that no program knows.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo bWFrZQ== | base64 -d | sh
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "CVE-2021-42574 (text that turns its direction); common advice of security guides.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    hiddenSigns(file) + decoded(file, context)
  }

  // MARK: Signs

  private static func hiddenSigns(_ file: BuildspecFile) -> [Diagnostic] {
    let bytes = file.source.bytes
    var places: [(message: String, range: SourceRange)] = []
    var start = 0
    // Each of these signs has three bytes, the first of which few files have at all.
    while let offset = ByteSearch.first(0xE2, in: bytes, from: start) {
      start = offset + 1
      guard offset + 2 < bytes.count, let what = name(bytes[offset + 1], bytes[offset + 2]) else {
        continue
      }
      places.append((what, SourceRange(start: offset, end: offset + 3)))
    }
    return findingOnce(places, help: "take it out")
  }

  private static func name(_ second: UInt8, _ third: UInt8) -> String? {
    switch (second, third) {
    case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
      "a sign that nobody sees turns the direction of the text here"
    case (0x80, 0x8B): "a space that nobody sees stands here"
    default: nil
    }
  }

  // MARK: Scripts

  private static let signs: [StaticString] = ["base64", "xxd"]

  static var fileWords: [StaticString] { signs }

  private static func decoded(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let shell = context.shell, shell.fileHolds(signs), file.isReadable else { return [] }
    var places: [(message: String, range: SourceRange)] = []
    for item in shell.items where item.holds(signs) {
      for statement in item.script.statements {
        for pipeline in statement.pipelines where runsDecoded(pipeline) {
          places.append(
            ("what is decoded runs at once", file.firstLine(of: item.range(of: statement.range))))
        }
      }
      for command in item.commands where evaluatesDecoded(command) {
        places.append(
          ("what is decoded runs at once", file.firstLine(of: item.range(of: command.range))))
      }
    }
    return findingOnce(places, help: "write the commands out")
  }

  private static func runsDecoded(_ pipeline: ShellPipeline) -> Bool {
    guard let decoder = pipeline.elements.firstIndex(where: isDecoder) else { return false }
    return pipeline.elements[(decoder + 1)...].contains {
      SecretVariables.isOne(of: ["sh", "bash", "zsh", "dash"], $0)
    }
  }

  private static func evaluatesDecoded(_ command: ShellCommand) -> Bool {
    var isFound = false
    for word in EvalUntrusted.scripts(command) {
      word.forEachSubstitution { script in
        script.forEachCommand { if isDecoder(.simple($0)) { isFound = true } }
      }
    }
    return isFound
  }

  private static func isDecoder(_ element: ShellElement) -> Bool {
    guard case .simple(let command) = element else { return false }
    switch command.program {
    case "base64": return command.has("-d") || command.has("-D") || command.has("--decode")
    case "xxd": return command.has("-r") || command.has("-rp")
    default: return false
    }
  }
}
