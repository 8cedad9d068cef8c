import BuildspecModel
import Diagnostics

/// Two builds of one name.
enum DuplicateIdentifier: Rule {
  static let info = RuleInfo(
    "BS704", "duplicate-identifier", .error,
    summary: "Two builds of the batch have the same identifier.",
    why: """
      Artifacts and dependencies are told apart by the identifier of their build, so each build \
      needs its own.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
          - identifier: linux
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
          - identifier: windows
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, identifier.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let batch = file.buildspec.batch else { return [] }
    var seen: [String: Located<String>] = [:]
    return batch.builds.compactMap { build in
      guard let identifier = build.identifier else { return nil }
      guard let first = seen[identifier.value] else {
        seen[identifier.value] = identifier
        return nil
      }
      return finding(
        "`\(identifier.value.shown)` names a build that is already there", at: identifier.range,
        related: [RelatedLocation(range: first.range, message: "first defined here")],
        help: "give each build a name of its own")
    }
  }
}
