import Diagnostics

/// The code quality report of GitLab.
struct GitLabReport {
  let paths: ReportPaths

  func render(_ files: [FileFindings]) -> String {
    var fingerprints = Fingerprints()
    var issues: [JSONValue] = []
    for file in files {
      let path = paths.relative(file.source.path)
      for diagnostic in file.diagnostics {
        let fingerprint = fingerprints.next(diagnostic, in: file.source, path)
        issues.append(issue(diagnostic, in: file.source, path, fingerprint))
      }
    }
    return JSONValue.array(issues).text(indent: 2) + "\n"
  }

  private func issue(
    _ diagnostic: Diagnostic, in source: SourceText, _ path: String, _ fingerprint: String
  ) -> JSONValue {
    let region = SourceRegion(diagnostic.range, in: source)
    return [
      "description": .string("\(diagnostic.rule.code): \(FindingText.lines(diagnostic))"),
      "check_name": .string(diagnostic.rule.name),
      "fingerprint": .string(fingerprint),
      "severity": .string(Self.name(diagnostic.severity)),
      "location": [
        "path": .string(path),
        "lines": ["begin": .number(region.start.line), "end": .number(region.end.line)],
      ],
    ]
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "info"
    }
  }

  /// A fingerprint survives lines added above: it is made of the path, the rule, the words of the
  /// line, and the number of such findings before.
  private struct Fingerprints {
    private var counts: [UInt64: Int] = [:]

    mutating func next(
      _ diagnostic: Diagnostic, in source: SourceText, _ path: String
    ) -> String {
      let line = source.range(ofLine: source.lines.line(at: diagnostic.range.start))
      var hash = StableHash()
      hash.add("\(path)\u{0}\(diagnostic.rule.code)\u{0}".utf8)
      hash.add(source.bytes[line.start..<line.end].filter { $0 != 0x20 && $0 != 0x09 })
      let count = counts[hash.value, default: 0]
      counts[hash.value] = count + 1
      hash.add("\u{0}\(count)".utf8)
      return hash.text
    }
  }
}
