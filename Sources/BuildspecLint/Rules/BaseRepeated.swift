import BuildspecModel
import Diagnostics

/// Paths that name their base directory again.
enum BaseRepeated: Rule {
  static let info = RuleInfo(
    "BS603", "base-repeated", .warning,
    summary: "A path of an artifact or a report starts with its own `base-directory`.",
    why: """
      Paths are taken from `base-directory`: with `dist` as the base, `dist/app.js` means \
      `dist/dist/app.js`. CodeBuild then finds no matching artifact paths.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm run build
      artifacts:
        base-directory: dist
        files:
          - dist/**/*
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm run build
      artifacts:
        base-directory: dist
        files:
          - '**/*'
      """,
    source: "Buildspec reference, base-directory; build logs with no matching artifact paths found."
  )

  static var subject: RuleSubject { .paths }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for set in file.buildspec.artifacts?.sets ?? [] {
      findings += check((set.files ?? []) + set.excludePaths, below: set.baseDirectory, file)
    }
    for report in file.buildspec.reports {
      findings += check(report.files ?? [], below: report.baseDirectory, file)
    }
    return findings
  }

  private static func check(
    _ paths: [Located<String>], below base: Located<String>?, _ file: BuildspecFile
  ) -> [Diagnostic] {
    guard let base, let prefix = prefix(base.value) else { return [] }
    return paths.compactMap { path in
      guard let length = repeated(path.value, prefix) else { return nil }
      return finding(
        "`\(path.value.shown)` is taken from `\(base.value.shown)`, which it names again",
        at: path.range,
        related: [RelatedLocation(range: base.range, message: "the base directory")],
        help: "write the path as it is inside `\(base.value.shown)`",
        fix: fix(path, length, file))
    }
  }

  /// The base with one slash at its end; `nil` when it may be any directory or the root.
  private static func prefix(_ base: String) -> [UInt8]? {
    guard !base.hasVariable, !base.utf8.contains(UInt8(ascii: "*")) else { return nil }
    var bytes = Array(base.utf8)
    if bytes.starts(with: "./".utf8) { bytes.removeFirst(2) }
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    guard !bytes.isEmpty, bytes != [UInt8(ascii: ".")] else { return nil }
    return bytes + [UInt8(ascii: "/")]
  }

  /// Number of bytes of the path that name the base.
  private static func repeated(_ path: String, _ prefix: [UInt8]) -> Int? {
    let dots = path.utf8.starts(with: "./".utf8) ? 2 : 0
    return path.utf8.dropFirst(dots).starts(with: prefix) ? dots + prefix.count : nil
  }

  private static func fix(_ path: Located<String>, _ length: Int, _ file: BuildspecFile) -> Fix? {
    let rest = String(path.value.utf8.dropFirst(length)) ?? ""
    guard !rest.isEmpty, file.source.isOnOneLine(path.range), !rest.utf8.contains(0x27) else {
      return nil
    }
    return .replace(path.range, with: "'\(rest)'", "change to `\(rest.shown)`", .unsafe)
  }
}
