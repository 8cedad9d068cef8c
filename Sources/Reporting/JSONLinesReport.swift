import Diagnostics

/// One JSON object a line for each finding, with the keys of the JSON format.
enum JSONLinesReport {
  static func render(_ files: [FileFindings]) -> String {
    var output = ""
    for file in files {
      for diagnostic in file.diagnostics {
        guard case .object(let fields) = JSONReport.finding(diagnostic, in: file.source) else {
          continue
        }
        output += JSONValue.object([(key: "schemaVersion", value: 1)] + fields).text() + "\n"
      }
    }
    return output
  }
}
