import Diagnostics

/// Workflow commands of GitHub Actions, which become annotations.
///
/// GitHub shows ten annotations of a kind for each step, so the gravest findings come first, and a
/// plain line at the end counts them all.
struct GitHubReport {
  let paths: ReportPaths

  func render(_ files: [FileFindings]) -> String {
    var output = ""
    for severity in [Severity.error, .warning, .info] {
      for file in files {
        let path = paths.relative(file.source.path)
        for diagnostic in file.diagnostics where diagnostic.severity == severity {
          output += command(diagnostic, in: file.source, path)
        }
      }
    }
    return output + "buildspec: \(FindingsSummary.text(FindingCounts(files)) ?? "no findings")\n"
  }

  private func command(_ diagnostic: Diagnostic, in source: SourceText, _ path: String) -> String {
    let region = SourceRegion(diagnostic.range, in: source)
    var properties = [("file", path), ("line", String(region.start.line))]
    properties.append(("endLine", String(region.end.line)))
    // GitHub refuses columns when the lines differ.
    if region.start.line == region.end.line {
      properties.append(("col", String(region.start.column)))
      properties.append(("endColumn", String(region.end.column)))
    }
    properties.append(("title", "\(diagnostic.rule.code) \(diagnostic.rule.name)"))
    let list = properties.map { "\($0)=\(Self.escaped($1, isProperty: true))" }
    let text = Self.escaped(FindingText.lines(diagnostic), isProperty: false)
    return "::\(Self.name(diagnostic.severity)) \(list.joined(separator: ","))::\(text)\n"
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": output += "%25"
      case "\r": output += "%0D"
      case "\n": output += "%0A"
      case ":" where isProperty: output += "%3A"
      case "," where isProperty: output += "%2C"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
