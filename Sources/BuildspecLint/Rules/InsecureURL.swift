import BuildspecModel
import Diagnostics
import ShellSyntax

/// Downloads over connections that anybody on the way can change.
enum InsecureURL: ShellRule {
  static let info = RuleInfo(
    "BS803", "insecure-url", .warning,
    summary: "A command downloads over `http://` or `git://`.",
    why: """
      Neither protects what is transferred: anybody between the build and the server can put something \
      else in its place, which your build then runs or ships.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - curl -fsSO http://downloads.example.com/tool.tar.gz
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - curl -fsSO https://downloads.example.com/tool.tar.gz
      """,
    source: "RFC 9110, http and https; git documentation, git:// has no authentication.")

  static let signs: [StaticString] = ["http://", "git://"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds(signs) {
      for command in item.commands where isDownload(command) {
        for word in command.arguments {
          guard let scheme = scheme(of: word) else { continue }
          let range = item.range(of: scheme)
          findings.append(
            finding(
              "what comes over `\(file.source.text(range).shown)` can be changed on the way",
              at: range, help: "use `https://` when the server has it",
              fix: fix(range, file)))
        }
      }
    }
    guard var first = findings.first else { return [] }
    first.related = findings.dropFirst().prefix(2).map {
      RelatedLocation(range: $0.range, message: "here too")
    }
    return [first]
  }

  private static func fix(_ range: SourceRange, _ file: BuildspecFile) -> Fix? {
    let text = file.source.text(range)
    guard text == "http://" || text == "git://" else { return nil }
    return .replace(range, with: "https://", "use `https://`", .unsafe)
  }

  private static func isDownload(_ command: ShellCommand) -> Bool {
    switch command.program {
    case "wget", "pip", "pip3", "npm", "yarn", "apt-add-repository", "add-apt-repository", "rpm":
      true
    case "curl":
      !command.has("-X") && !command.has("-I") && !command.has("--head") && !sends(command)
    case "git": command.has("clone") || command.has("submodule") || command.has("fetch")
    case "yum", "dnf": command.has("install")
    default: false
    }
  }

  /// Calls of a service in a test send something.
  private static func sends(_ command: ShellCommand) -> Bool {
    command.arguments.contains { word in
      let text = word.literalPrefix.utf8
      return text.starts(with: "-d".utf8) || text.starts(with: "--data".utf8)
        || text.starts(with: "-X".utf8) || text.starts(with: "--request".utf8)
    }
  }

  /// Place of the scheme, when the word is such a URL of a public host.
  private static func scheme(of word: ShellWord) -> SourceRange? {
    let text = word.start
    guard text.utf8.starts(with: "http://".utf8) || text.utf8.starts(with: "git://".utf8),
      let host = HostName.inURL(text), HostName.isPublic(host), !isServedPlainly(host)
    else { return nil }
    // The range of a word has its quotes.
    let start = word.range.start + (word.isQuoted ? 1 : 0)
    let length = text.utf8.first == UInt8(ascii: "h") ? 7 : 6
    return SourceRange(start: start, end: start + length)
  }

  /// Endpoints of AWS that have no certificate.
  private static func isServedPlainly(_ host: String) -> Bool {
    host.holds(".s3-website") || host.holds(".elb.amazonaws.com")
      || host.holds(".elasticbeanstalk.com") || host.holds("compute.amazonaws.com")
      || host.holds("compute-1.amazonaws.com")
  }
}
