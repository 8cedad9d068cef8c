import BuildspecModel
import Diagnostics

/// `depend-on` outside of a graph.
enum DependOnInList: Rule {
  static let info = RuleInfo(
    "BS708", "depend-on-in-list", .warning,
    summary: "`depend-on` stands in a `build-list`.",
    why: "The builds of a list all start at once; only a graph knows dependencies.",
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: compile
          - identifier: test
            depend-on: [compile]
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-graph:
          - identifier: compile
          - identifier: test
            depend-on: [compile]
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, build-graph/depend-on.")

  /// Whether an unknown key is this rule's.
  static func owns(_ key: String, _ section: SectionID) -> Bool {
    section == .listItem && (key == "depend-on" || key == "depends-on")
  }

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .unknownKey(let key) = problem.kind, owns(key, problem.section) else { return nil }
      return finding(
        "`\(key)` has no effect in `build-list`", at: problem.range,
        help: "use `build-graph` in the place of `build-list`")
    }
  }
}
