import BuildspecModel
import Diagnostics

/// Directories of a cache without a pattern for what is in them.
enum CacheGlob: Rule {
  static let info = RuleInfo(
    "BS621", "cache-glob", .info,
    summary: "A path of the cache names a directory without `/**/*`.",
    why: """
      The documented way to keep a directory is a pattern of what is in it, such as `/root/.m2/**/*`. \
      What a bare directory keeps is not documented.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - mvn -B verify
      cache:
        paths:
          - /root/.m2
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - mvn -B verify
      cache:
        paths:
          - /root/.m2/**/*
      """,
    source: "Buildspec reference, cache/paths; the examples of the guide.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let paths = file.buildspec.cache?.paths else { return [] }
    return paths.compactMap { path in
      guard isDirectory(path.value) else { return nil }
      let isClosed = path.value.utf8.last == UInt8(ascii: "/")
      let pattern = path.value + (isClosed ? "**/*" : "/**/*")
      return finding(
        "`\(path.value.shown)` is a directory without a pattern for its files", at: path.range,
        help: "write `\(pattern.shown)`", fix: fix(path, pattern, file))
    }
  }

  private static func isDirectory(_ path: String) -> Bool {
    let bytes = path.utf8
    guard !bytes.contains(UInt8(ascii: "*")), !path.hasVariable, bytes.count > 1 else {
      return false
    }
    if bytes.last == UInt8(ascii: "/") { return true }
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? bytes.startIndex
    return directories.contains { bytes[start...].elementsEqual($0.utf8) }
  }

  /// Names that only directories have.
  private static let directories = [
    "node_modules", ".m2", ".gradle", ".npm", ".cache", ".yarn", "vendor", ".pip", ".ivy2", ".sbt",
    ".composer", "bower_components", ".nuget", ".cargo", "site-packages", "pip", ".terraform.d",
  ]

  private static func fix(_ path: Located<String>, _ pattern: String, _ file: BuildspecFile) -> Fix?
  {
    guard file.source.isOnOneLine(path.range), !pattern.utf8.contains(0x27) else { return nil }
    return .replace(path.range, with: "'\(pattern)'", "add the pattern", .unsafe)
  }
}
