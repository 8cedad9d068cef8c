import BuildspecModel
import Diagnostics

/// Names under `phases` that are no phase.
enum UnknownPhase: Rule {
  static let info = RuleInfo(
    "BS107", "unknown-phase", .error,
    summary: "A name under `phases` is not a phase.",
    why: """
      CodeBuild knows four phases: install, pre_build, build and post_build. Any other name ends \
      the build in DOWNLOAD_SOURCE, before the first command.
      """,
    bad: """
      version: 0.2
      phases:
        post-build:
          commands:
            - echo done
      """,
    good: """
      version: 0.2
      phases:
        post_build:
          commands:
            - echo done
      """,
    source: "Build log of the service; buildspec reference, phases.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard problem.section == .phases, case .unknownKey(let name) = problem.kind else {
        return nil
      }
      return finding(
        "`\(name)` is not a phase", at: problem.range, help: help(name),
        codeBuildSays: """
          YAML_FILE_ERROR Message: Invalid buildspec phase name: \(name.uppercased()). \
          Expecting: BUILD,INSTALL,POST_BUILD,PRE_BUILD
          """,
        fix: fix(name, at: problem.range))
    }
  }

  private static func meant(_ name: String) -> String? {
    Suggestion.nearest(to: name, in: PhaseName.allCases.map(\.rawValue))
  }

  private static func help(_ name: String) -> String {
    if let meant = meant(name) { return "did you mean `\(meant)`?" }
    if let section = SectionTable.homes(of: name, besides: .phases).first {
      return "`\(name)` belongs to \(section.title), not to `phases`: check its indentation"
    }
    return "the phases are install, pre_build, build and post_build"
  }

  private static func fix(_ name: String, at range: SourceRange) -> Fix? {
    meant(name).map {
      Fix(
        title: "rename to `\($0)`", safety: .unsafe,
        edits: [TextEdit(range: range, replacement: $0)])
    }
  }
}
