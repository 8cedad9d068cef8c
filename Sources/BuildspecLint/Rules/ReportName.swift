import BuildspecModel
import Diagnostics

/// Names of report groups that CodeBuild cannot use.
enum ReportName: Rule {
  static let info = RuleInfo(
    "BS612", "report-name", .warning,
    summary: "The name of a report group is no name and no ARN of a report group.",
    why: """
      A group is named by the ARN of one that exists, or by a name of 2 to 128 characters from \
      which CodeBuild makes `<project>-<name>`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        arn:aws:codebuild:eu-west-1:111122223333:project/unit:
          files:
            - out/*.xml
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        arn:aws:codebuild:eu-west-1:111122223333:report-group/unit:
          files:
            - out/*.xml
      """,
    source: "Buildspec reference, reports; ReportGroupName of the CodeBuild API.")

  static var subject: RuleSubject { .reports }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.buildspec.reports.compactMap { group in
      guard !group.name.value.hasVariable, let message = message(group.name.value) else {
        return nil
      }
      return finding(
        message, at: group.name.range,
        help: "name a group, or give the ARN of one: `arn:aws:codebuild:…:report-group/<name>`")
    }
  }

  private static func message(_ name: String) -> String? {
    if name.hasPrefix("arn:") {
      let parts = name.split(separator: ":", omittingEmptySubsequences: false)
      let isGroup =
        parts.count == 6 && parts[2] == "codebuild" && parts[5].hasPrefix("report-group/")
        && parts[5].utf8.count > "report-group/".utf8.count
      return isGroup ? nil : "`\(name.shown)` is not the ARN of a report group"
    }
    guard !ServiceLimits.reportGroupName.contains(name.count) else { return nil }
    return "the name of a report group has 2 to 128 characters, this one \(name.count)"
  }
}
