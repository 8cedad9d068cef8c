import Diagnostics

/// Service messages of TeamCity: the kinds of inspection first, then the findings.
enum TeamCityReport {
  static func render(_ files: [FileFindings]) -> String {
    let rules = RuleDescriptions(files).all
    var output = rules.map(type).joined()
    for file in files {
      for diagnostic in file.diagnostics { output += finding(diagnostic, in: file.source) }
    }
    return output
  }

  private static func type(_ rule: RuleDescription) -> String {
    message(
      "inspectionType",
      [
        "id": rule.identity.code, "name": rule.identity.name, "description": rule.why,
        "category": "buildspec",
      ])
  }

  private static func finding(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let line = source.lines.line(at: diagnostic.range.start)
    return message(
      "inspection",
      [
        "typeId": diagnostic.rule.code, "message": FindingText.lines(diagnostic),
        "file": source.path, "line": "\(line)", "SEVERITY": name(diagnostic.severity),
      ])
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }

  private static func message(_ name: String, _ fields: KeyValuePairs<String, String>) -> String {
    "##teamcity[\(name)\(fields.map { " \($0)='\(escaped($1))'" }.joined())]\n"
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for unit in text.utf16 {
      switch unit {
      case 0x0A: output += "|n"
      case 0x0D: output += "|r"
      case 0x27, 0x5B, 0x5D, 0x7C:
        output += "|"
        output.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      case 0x20...0x7E: output.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        output += "|0x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }
    }
    return output
  }
}
