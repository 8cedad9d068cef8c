import BuildspecModel
import Diagnostics

/// Report formats that CodeBuild does not read.
enum BadReportFormat: Rule {
  static let info = RuleInfo(
    "BS220", "bad-report-format", .error,
    summary: "`file-format` names a format that CodeBuild does not read.",
    why: """
      A report group has one of ten formats, whatever the case of its letters. Files of any other \
      format cannot be read and fail UPLOAD_ARTIFACTS.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        unit:
          files:
            - out/*.xml
          file-format: JUNIT
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        unit:
          files:
            - out/*.xml
          file-format: JUNITXML
      """,
    source: "Buildspec reference, reports/file-format.")

  static var subject: RuleSubject { .reports }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.buildspec.reports.compactMap { group in
      guard let format = group.fileFormat, ReportFormat(ignoringCase: format.value) == nil,
        !format.value.hasVariable
      else { return nil }
      let meant = meant(format.value)
      return finding(
        "`\(format.value.shown)` is not a report format", at: format.range,
        help: meant.map { "did you mean `\($0)`?" }
          ?? "the formats are \(ReportFormat.allCases.map(\.rawValue).ticked)",
        fix: meant.map { .rename(format.range, to: $0) })
    }
  }

  private static func meant(_ text: String) -> String? {
    let plain = text.uppercased().filter { $0.isLetter || $0.isNumber }
    let names = ReportFormat.allCases.map(\.rawValue)
    guard plain.count > 2 else { return nil }
    return names.first { $0.hasPrefix(plain) || $0.hasSuffix(plain) }
      ?? Suggestion.nearest(to: text, in: names)
  }
}
