import BuildspecModel
import Diagnostics

/// Cache keys that end in a brace which nothing opens.
enum StrayBrace: Rule {
  static let info = RuleInfo(
    "BS620", "stray-brace", .warning,
    summary: "A cache key ends in a `}` that nothing opens.",
    why: """
      An example of the buildspec reference has such a brace, and it is copied from there. It \
      becomes part of the key.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm-$(codebuild-hash-files package-lock.json) }
        paths:
          - /root/.npm/**/*
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      cache:
        key: npm-$(codebuild-hash-files package-lock.json)
        paths:
          - /root/.npm/**/*
      """,
    source: "Buildspec reference, the example of cache/key.")

  static var subject: RuleSubject { .cache }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let cache = file.buildspec.cache else { return [] }
    return ([cache.key].compactMap { $0 } + cache.fallbackKeys).compactMap { key in
      guard isStray(key.value), let range = brace(in: key.range, file.source) else { return nil }
      return finding(
        "this `}` closes nothing and becomes part of the key",
        at: SourceRange(start: range.end - 1, end: range.end), help: "remove it",
        fix: .replace(range, with: "", "remove the brace", .safe))
    }
  }

  private static func isStray(_ key: String) -> Bool {
    guard key.utf8.last == UInt8(ascii: "}") else { return false }
    return key.utf8.reduce(0) { depth, byte in
      byte == UInt8(ascii: "{") ? depth + 1 : byte == UInt8(ascii: "}") ? depth - 1 : depth
    } < 0
  }

  /// The last brace with the blanks before it.
  private static func brace(in range: SourceRange, _ source: SourceText) -> SourceRange? {
    let bytes = source.bytes[range.start..<range.end]
    guard let brace = bytes.lastIndex(of: UInt8(ascii: "}")) else { return nil }
    var start = brace
    while start > range.start, source.bytes[start - 1] == 0x20 { start -= 1 }
    return SourceRange(start: start, end: brace + 1)
  }
}
