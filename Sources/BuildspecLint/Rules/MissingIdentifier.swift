import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Builds of a batch without a name.
enum MissingIdentifier: Rule {
  static let info = RuleInfo(
    "BS702", "missing-identifier", .error,
    summary: "A build of the batch has no `identifier`.",
    why: "Every item of `build-list` and `build-graph` needs an identifier of its own.",
    bad: """
      version: 0.2
      batch:
        build-list:
          - buildspec: ci/linux.yml
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/linux.yml
      """,
    source: "Batch buildspec reference, identifier.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let batch = file.buildspec.batch, batch.builds.contains(where: { $0.identifier == nil })
    else { return [] }
    return file.batchItems.compactMap { item in
      let isEmpty = item["identifier"]?.isNull == true
      let isAbsent = item.mapping != nil && item["identifier"] == nil
      guard
        isEmpty || context.isFinal && isAbsent || item.lacks("identifier", slips: ["name", "id"])
      else { return nil }
      return finding(
        "this build has no `identifier`", at: file.source.firstLine(of: item.range),
        help: "add `identifier:` with a name of letters, digits and underscores")
    }
  }
}
