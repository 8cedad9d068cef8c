import BuildspecModel
import Diagnostics

/// Buildspecs of a batch that are not in the source.
enum BuildspecMissing: Rule {
  static let info = RuleInfo(
    "BS709", "buildspec-missing", .warning,
    summary: "A build of the batch names a buildspec that is not there.",
    why: """
      The path is taken from the root of the source. A build whose buildspec is missing fails in \
      DOWNLOAD_SOURCE, when the batch has already started.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/missing.yml
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/linux.yml
      """,
    source: "Batch buildspec reference, buildspec.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let batch = file.buildspec.batch, let fileExists = context.fileExists else { return [] }
    // Many builds of a batch share a buildspec.
    var known: [String: Bool] = [:]
    func isThere(_ path: String) -> Bool {
      if let known = known[path] { return known }
      known[path] = fileExists(path)
      return known[path] ?? false
    }
    return batch.buildspecPaths.compactMap { path in
      guard !isThere(path.value) else { return nil }
      return finding(
        "`\(path.value.shown)` is not in the source", at: path.range,
        help: "paths are taken from the root of the source")
    }
  }
}
