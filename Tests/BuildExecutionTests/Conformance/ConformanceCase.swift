import BuildExecution
import Testing

/// A build that every engine must run in the same way.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  let name: String
  let buildspec: String
  var files: [String: String] = [:]
  /// Links of the source: name and target.
  var links: [String: String] = [:]
  /// How many builds share the project and its cache.
  var builds = 1
  /// How the build ends.
  var status = BuildStatus.succeeded
  /// All that the commands write, with `SRC` for the folder of the source and `TMP` for the one of the
  /// scripts; `nil` where the shells have words of their own.
  var output: String?
  /// What differs between the engines, and is documented: see `Difference`.
  var difference: Difference?

  var testDescription: String { name }

  init(
    _ name: String, _ buildspec: String, files: [String: String] = [:],
    links: [String: String] = [:], status: BuildStatus = .succeeded, output: String? = nil,
    difference: Difference? = nil
  ) {
    self.name = name
    self.buildspec = buildspec
    self.files = files
    self.links = links
    self.status = status
    self.output = output
    self.difference = difference
  }

  /// Version 0.2 with these commands in the phase build.
  static func commands(
    _ name: String, _ commands: String..., files: [String: String] = [:],
    links: [String: String] = [:], status: BuildStatus = .succeeded, output: String? = nil,
    difference: Difference? = nil
  ) -> ConformanceCase {
    ConformanceCase(
      name, "version: 0.2\nphases:\n  build:\n    commands:\n" + items(commands), files: files,
      links: links, status: status, output: output, difference: difference)
  }

  /// Two builds with this cache; the last of them is compared.
  static func cache(
    _ name: String, _ section: String, _ commands: String..., files: [String: String] = [:],
    difference: Difference? = nil
  ) -> ConformanceCase {
    var example = ConformanceCase(
      "cache: \(name)",
      "version: 0.2\nphases:\n  build:\n    commands:\n" + items(commands)
        + "cache: {\(section)}\n", files: files, difference: difference)
    example.builds = 2
    return example
  }

  /// Commands, then `more` below them.
  static func artifacts(
    _ name: String, _ commands: [String], _ more: String, files: [String: String] = [:],
    links: [String: String] = [:], status: BuildStatus = .succeeded
  ) -> ConformanceCase {
    ConformanceCase(
      name, "version: 0.2\nphases:\n  build:\n    commands:\n" + items(commands) + more,
      files: files, links: links, status: status)
  }

  private static func items(_ commands: [String]) -> String {
    commands.map { command in
      let lines = command.split(separator: "\n", omittingEmptySubsequences: false)
      return "      - |-\n" + lines.map { "        \($0)\n" }.joined()
    }.joined()
  }
}
