import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Report groups without `files`.
enum ReportNoFiles: Rule {
  static let info = RuleInfo(
    "BS610", "report-no-files", .error,
    summary: "A report group has no `files`.",
    why: "Without `files` there is nothing to make a report of; the key is required.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - mvn -B verify
      reports:
        unit:
          base-directory: target/surefire-reports
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - mvn -B verify
      reports:
        unit:
          base-directory: target/surefire-reports
          files:
            - '*.xml'
      """,
    source: "Buildspec reference, reports/files.")

  static var subject: RuleSubject { .reports }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.buildspec.reports.contains(where: { $0.files == nil }) else { return [] }
    return (file.document.root?["reports"]?.mapping ?? []).compactMap { group in
      guard group.value.lacks("files", slips: ["paths"]) else { return nil }
      return finding(
        "the report group `\((group.key.scalar?.text ?? "").shown)` has no `files`",
        at: group.key.range, help: "add `files:` with the paths of its report files")
    }
  }
}
