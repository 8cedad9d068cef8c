import BuildspecModel
import Diagnostics

/// Report files that are not of the format of their group.
enum FormatExtension: Rule {
  static let info = RuleInfo(
    "BS613", "format-extension", .warning,
    summary: "The report files are not of the kind that their format is made of.",
    why: """
      CUCUMBERJSON and SIMPLECOV are JSON, the other formats XML. A file of the other kind cannot \
      be read and fails UPLOAD_ARTIFACTS. A group that names no format has JUNITXML.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        acceptance:
          files:
            - out/cucumber.xml
          file-format: CUCUMBERJSON
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
      reports:
        acceptance:
          files:
            - out/cucumber.json
          file-format: CUCUMBERJSON
      """,
    source: "Buildspec reference, reports/file-format; aws/aws-cdk issue 13867.")

  static var subject: RuleSubject { .reports }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.buildspec.reports.flatMap { group -> [Diagnostic] in
      guard let format = format(of: group) else { return [] }
      let wrong = format.fileExtension == "json" ? [".xml", ".trx"] : [".json"]
      return (group.files ?? []).compactMap { path in
        guard wrong.contains(where: { path.value.hasSuffix($0) }) else { return nil }
        return finding(
          "`\(path.value.shown)` is no file of the format \(format.rawValue)", at: path.range,
          related: related(group),
          help: "\(format.rawValue) is read from .\(format.fileExtension) files")
      }
    }
  }

  private static func format(of group: ReportGroup) -> ReportFormat? {
    group.fileFormat.map { ReportFormat(ignoringCase: $0.value) } ?? .standard
  }

  private static func related(_ group: ReportGroup) -> [RelatedLocation] {
    group.fileFormat.map { [RelatedLocation(range: $0.range, message: "the format")] } ?? []
  }
}
