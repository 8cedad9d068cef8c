import BuildspecModel
import Diagnostics

/// Batches in the buildspecs of a batch's builds.
enum NestedBatch: Rule {
  static let info = RuleInfo(
    "BS720", "nested-batch", .info,
    summary: "A build of the batch names a buildspec with a `batch` of its own.",
    why: """
      Only the buildspec that a batch is started with has its `batch` read. Its builds are single \
      builds, which run the phases of the file they name and leave its `batch` out.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/all.yml
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            buildspec: ci/linux.yml
      """,
    otherFile: ExampleFile(
      path: "ci/all.yml",
      text: """
        version: 0.2
        batch:
          build-list:
            - identifier: one
        phases:
          build:
            commands:
              - make
        """),
    source: """
      Batch builds, user guide: a build that is not a batch build ignores `batch`. That the builds \
      of a batch do the same is an inference: they run this very file unless they name another.
      """)

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    BatchChild.all(of: file, context).compactMap { child in
      guard child.file.isReadable, let batch = child.file.buildspec.batch else { return nil }
      let rest = child.file.buildspec.phases.isEmpty ? ", and there are no phases to run" : ""
      return finding(
        "the `batch` of this buildspec (\(child.place(of: batch.range))) is not read when it runs "
          + "as a build of a batch\(rest)",
        at: child.path.range, related: child.related,
        help: "list its builds in this batch, or start it as a batch of its own")
    }
  }
}
