/// What `doctor` found, as text and JSON.
package enum DoctorReport {
  package static let schemaVersion = 1

  package static func text(_ findings: [DoctorFinding]) -> String {
    let widths = (
      findings.map(\.level.rawValue.count).max() ?? 0, findings.map(\.check.count).max() ?? 0
    )
    return findings.map { finding in
      let fix = finding.fix.map { "; \($0)" } ?? ""
      return padded(finding.level.rawValue, widths.0) + padded(finding.check, widths.1)
        + "\(finding.message)\(fix)\n"
    }.joined()
  }

  package static func json(_ findings: [DoctorFinding]) -> String {
    let items = findings.map { finding -> JSONValue in
      [
        "check": .string(finding.check), "fix": .optional(finding.fix),
        "level": .string(finding.level.rawValue), "message": .string(finding.message),
      ]
    }
    let document: JSONValue = [
      "findings": .array(items), "schemaVersion": .number(schemaVersion),
    ]
    return document.text(indent: 2) + "\n"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.count + 2)
  }
}
