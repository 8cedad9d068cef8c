import BuildspecModel
import Diagnostics

/// Keys of a report group that CodeBuild does not know.
enum UnknownReportKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS113", "unknown-report-key", .warning,
    summary: "A key of a report group is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      reports:
        unit:
          fileFormat: COBERTURAXML
          files:
            - coverage.xml
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      reports:
        unit:
          file-format: COBERTURAXML
          files:
            - coverage.xml
      """,
    source: "aws-cdk issue 13867: `fileFormat` was ignored and the file read as JUnit.")

  static func owns(_ section: SectionID) -> Bool { section == .report }
}
