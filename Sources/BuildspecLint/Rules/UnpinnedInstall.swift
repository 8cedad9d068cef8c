import BuildspecModel
import Diagnostics
import ShellSyntax

/// Tools of which the next build may get another version.
enum UnpinnedInstall: OptionalRule, ShellRule {
  static let info = RuleInfo(
    "BS804", "unpinned-install", .info,
    summary: "A tool is installed without a version.",
    why: """
      The build takes what is the newest then: the same commit builds with other tools from day to \
      day, and a version that somebody slipped in is taken at once.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - npm install -g serverless
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - npm install -g serverless@3.40.0
      """,
    source: "Documentation of pip, npm, gem and go install.")

  static let signs: [StaticString] = ["install", "npm i"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [(message: String, range: SourceRange)] = []
    for item in shell.items where item.holds(signs) {
      for command in item.commands {
        guard let word = tool(of: command), let name = word.literal else { continue }
        places.append(("`\(name.shown)` has no version", item.range(of: word.range)))
      }
    }
    return findingOnce(places, help: "name the version that the build is known to work with")
  }

  private static func tool(of command: ShellCommand) -> ShellWord? {
    switch command.program {
    case "pip", "pip3":
      guard command.hasArguments("install") else { return nil }
      // A file of requirements or constraints may name the versions.
      if command.has("-r") || command.has("-c") || command.has("--requirement") { return nil }
      return command.arguments.dropFirst().first { isName($0, "=<>~!@/[") && !isPip($0) }
    case "npm":
      guard command.has("-g") || command.has("--global"),
        command.hasArguments("install") || command.hasArguments("i")
      else { return nil }
      return command.arguments.dropFirst().first { isName($0, "/") && !hasNPMVersion($0) }
    case "gem":
      guard command.hasArguments("install"), !command.has("-v"), !command.has("--version") else {
        return nil
      }
      return command.arguments.dropFirst().first { isName($0, ":/=") }
    case "go":
      guard command.hasArguments("install") else { return nil }
      return command.arguments.dropFirst().first {
        $0.literal?.utf8.suffix(7).elementsEqual("@latest".utf8) ?? false
      }
    default: return nil
    }
  }

  /// Whether the word is the name of a package without any of these signs.
  private static func isName(_ word: ShellWord, _ signs: String) -> Bool {
    guard let text = word.literal?.utf8, let first = text.first else { return false }
    guard first != UInt8(ascii: "-"), first != UInt8(ascii: "."), first != UInt8(ascii: "/") else {
      return false
    }
    // The name of a scope starts with `@` and has a slash.
    let isScoped = first == UInt8(ascii: "@")
    return isScoped || !text.contains { signs.utf8.contains($0) }
  }

  private static func hasNPMVersion(_ word: ShellWord) -> Bool {
    guard let text = word.literal?.utf8, !text.isEmpty else { return true }
    return text.dropFirst().contains(UInt8(ascii: "@"))
      && !text.suffix(7).elementsEqual("@latest".utf8)
  }

  /// The installer itself is asked to be new.
  private static func isPip(_ word: ShellWord) -> Bool {
    ["pip", "setuptools", "wheel"].contains(word.literal)
  }
}
