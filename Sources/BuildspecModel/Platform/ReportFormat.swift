/// The formats of report files; the service ignores case.
///
/// Source: buildspec reference, reports/file-format, read in November 2026.
package enum ReportFormat: String, CaseIterable, Sendable {
  case junit = "JUNITXML"
  case nunit = "NUNITXML"
  case nunit3 = "NUNIT3XML"
  case cucumber = "CUCUMBERJSON"
  case testng = "TESTNGXML"
  case trx = "VISUALSTUDIOTRX"
  case clover = "CLOVERXML"
  case cobertura = "COBERTURAXML"
  case jacoco = "JACOCOXML"
  case simplecov = "SIMPLECOV"

  /// The format of a group that names none.
  package static let standard = ReportFormat.junit

  /// Reads a format as the service does, whatever its case.
  package init?(ignoringCase text: String) {
    self.init(rawValue: text.uppercased())
  }

  /// What the format is made of, as files usually end in it.
  package var fileExtension: String {
    switch self {
    case .cucumber, .simplecov: "json"
    case .trx: "trx"
    default: "xml"
    }
  }
}
