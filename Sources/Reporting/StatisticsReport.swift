import Diagnostics

/// How often each rule has findings, the most frequent first.
package enum StatisticsReport {
  package static func text(_ files: [FileFindings], style: Style) -> String {
    let rows = rows(files)
    let width = rows.map { String($0.count).utf8.count }.max() ?? 0
    let nameWidth = rows.map(\.rule.identity.name.count).max() ?? 0
    return rows.map { row in
      let count = String(row.count)
      let name = row.rule.identity.name
      let severity = row.rule.severity
      return String(repeating: " ", count: width - count.utf8.count) + style.bold(count)
        + "  \(row.rule.identity.code)  \(name)"
        + String(repeating: " ", count: nameWidth - name.count + 2)
        + style.severity(severity, severity.rawValue) + "\n"
    }.joined()
  }

  package static func json(_ files: [FileFindings]) -> String {
    let document: JSONValue = [
      "schemaVersion": 1,
      "statistics": .array(
        rows(files).map { row in
          [
            "code": .string(row.rule.identity.code), "name": .string(row.rule.identity.name),
            "severity": .string(row.rule.severity.rawValue), "count": .number(row.count),
          ]
        }),
      "summary": JSONReport.summary(files),
    ]
    return document.text(indent: 2) + "\n"
  }

  private static func rows(_ files: [FileFindings]) -> [(rule: RuleDescription, count: Int)] {
    var counts: [RuleIdentity: Int] = [:]
    for diagnostic in files.lazy.flatMap(\.diagnostics) {
      counts[diagnostic.rule, default: 0] += 1
    }
    let rules = RuleDescriptions(files).all.map { (rule: $0, count: counts[$0.identity] ?? 0) }
    // Rules come sorted by code, which decides between equal counts.
    return rules.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .map(\.element)
  }
}
