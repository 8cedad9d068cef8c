import BuildspecModel
import Diagnostics
import ShellSyntax

/// Images of which the next build may get others.
enum UnpinnedImage: ShellRule {
  static let info = RuleInfo(
    "BS805", "unpinned-image", .info,
    summary: "An image has no tag, or the tag `latest`.",
    why: """
      The tag points to another image from time to time: the same commit then builds with other tools, \
      and a build breaks though nobody changed anything.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - docker run --rm node:latest node --version
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - docker run --rm node:22.14.0 node --version
      """,
    source: "Docker documentation, tags; CodeBuild user guide, images.")

  static let signs: [StaticString] = ["image", "docker run", "docker pull"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places = file.batchImages.filter { isFloating($0.value) }.map { ($0.value, $0.range) }
    for item in shell.items where item.holds("docker run", "docker pull") {
      for command in item.commands where command.name == "docker" {
        guard let word = image(of: command), let name = word.literal, isFloating(name),
          !isMadeHere(name, shell)
        else { continue }
        places.append((name, item.range(of: word.range)))
      }
    }
    return findingOnce(
      places.map { ("`\($0.0.shown)` is another image from time to time", $0.1) },
      help: "name a version, or a digest with `@sha256:`")
  }

  private static func isFloating(_ name: String) -> Bool {
    let bytes = name.utf8
    guard !bytes.isEmpty, !name.isPlaceholder, !bytes.contains(UInt8(ascii: "@")),
      !bytes.contains(UInt8(ascii: " "))
    else { return false }
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")) ?? bytes.startIndex
    guard let colon = bytes[slash...].firstIndex(of: UInt8(ascii: ":")) else { return true }
    return bytes[bytes.index(after: colon)...].elementsEqual("latest".utf8)
  }

  /// Whether a command of the file builds or tags an image of this name.
  private static func isMadeHere(_ name: String, _ shell: ShellReading) -> Bool {
    let bytes = name.utf8
    let base = String(
      bytes.lastIndex(of: UInt8(ascii: ":")).map { bytes[..<$0] } ?? bytes[...])
    guard let base else { return true }
    return shell.items.contains { item in
      item.holds("build", "tag", "load", "compose") && item.command.text.holds(base)
        && item.commands.contains { command in
          command.name == "docker" && !command.hasArguments("run") && !command.hasArguments("pull")
            && command.arguments.contains { $0.start.holds(base) }
        }
    }
  }

  /// The image of `docker run` or `docker pull`; `nil` when an option is not known.
  private static func image(of command: ShellCommand) -> ShellWord? {
    guard command.hasArguments("run") || command.hasArguments("pull") else { return nil }
    var words = command.arguments.dropFirst()
    while let word = words.popFirst() {
      let prefix = word.literalPrefix
      guard prefix.utf8.first == UInt8(ascii: "-") else { return word }
      if switches.contains(prefix) || prefix.utf8.contains(UInt8(ascii: "=")) { continue }
      guard withValue.contains(prefix) else { return nil }
      words = words.dropFirst()
    }
    return nil
  }

  private static let switches: Set<String> = [
    "--rm", "-i", "-t", "-it", "-ti", "-d", "-dit", "--detach", "--privileged", "--init",
    "--interactive", "--tty", "--read-only", "-P", "-q", "--quiet", "-a", "--all-tags",
  ]

  private static let withValue: Set<String> = [
    "-e", "--env", "--env-file", "-v", "--volume", "--mount", "-w", "--workdir", "-u", "--user",
    "--name", "-p", "--publish", "--network", "--net", "--entrypoint", "--platform", "-m",
    "--memory",
    "--cpus", "-h", "--hostname", "-l", "--label", "--add-host", "--link", "--restart", "--ulimit",
    "--shm-size", "--tmpfs", "--cap-add", "--security-opt", "--device", "--gpus", "--pull",
  ]
}
