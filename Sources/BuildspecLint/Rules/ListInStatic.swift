import BuildspecModel
import Diagnostics

/// Lists under `static`.
enum ListInStatic: Rule {
  static let info = RuleInfo(
    "BS717", "list-in-static", .warning,
    summary: "A value under `static` is a list.",
    why: """
      What stands under `static` is the same in every build of the matrix. Only lists under \
      `dynamic` are combined.
      """,
    bad: """
      version: 0.2
      batch:
        build-matrix:
          static:
            env:
              type: [LINUX_CONTAINER, ARM_CONTAINER]
          dynamic:
            env:
              variables:
                JDK: [corretto17, corretto21]
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-matrix:
          static:
            env:
              type: LINUX_CONTAINER
          dynamic:
            env:
              variables:
                JDK: [corretto17, corretto21]
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, build-matrix/static.")

  static func covers(_ section: SectionID) -> Bool {
    section == .matrixStatic || section == .matrixStaticEnvironment
  }

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .wrongType(let key, _, .list) = problem.kind, covers(problem.section) else {
        return nil
      }
      return finding(
        "`\(key.shown)` under `static` takes one value, but this is a list",
        at: file.source.firstLine(of: problem.range),
        help: "lists to combine belong under `dynamic`")
    }
  }
}
