import BuildspecModel
import Diagnostics

/// More report groups than a project may have.
enum TooManyReports: Rule {
  static let info = RuleInfo(
    "BS611", "too-many-reports", .warning,
    summary: "There are more report groups than a project may have.",
    why: "A project reports to at most five groups.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        one: { files: [one.xml] }
        two: { files: [two.xml] }
        three: { files: [three.xml] }
        four: { files: [four.xml] }
        five: { files: [five.xml] }
        six: { files: [six.xml] }
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        one: { files: [one.xml, two.xml] }
        three: { files: [three.xml, four.xml] }
        five: { files: [five.xml, six.xml] }
      """,
    source: "Buildspec reference, reports: at most five report groups.")

  static var subject: RuleSubject { .reports }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let groups = file.buildspec.reports
    guard groups.count > ServiceLimits.reportGroups else { return [] }
    return [
      finding(
        "\(groups.count) report groups, but a project may have \(ServiceLimits.reportGroups)",
        at: groups[ServiceLimits.reportGroups].name.range,
        help: "let groups of the same format share their files")
    ]
  }
}
