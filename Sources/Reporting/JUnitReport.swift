import Diagnostics

/// JUnit XML: a suite for each file, a failed test for each finding, one passed test for a clean file.
/// It keeps to the schema of Jenkins' xUnit plugin, which refuses attributes that others add, such as
/// `file`.
enum JUnitReport {
  static func render(_ files: [FileFindings]) -> String {
    let failures = FindingCounts(files).total
    let tests = files.reduce(0) { $0 + max(1, $1.diagnostics.count) }
    let counts = XMLText.attributes([
      "name": "buildspec", "tests": "\(tests)", "failures": "\(failures)", "errors": "0",
      "time": "0",
    ])
    let suites = files.map(suite).joined()
    return XMLText.declaration + "<testsuites\(counts)>\n\(suites)</testsuites>\n"
  }

  private static func suite(_ file: FileFindings) -> String {
    let path = file.source.path
    let findings = file.diagnostics
    let head = XMLText.attributes([
      "name": path, "tests": "\(max(1, findings.count))", "failures": "\(findings.count)",
      "errors": "0", "skipped": "0", "time": "0",
    ])
    let clean = XMLText.attributes(["name": "no findings", "classname": path, "time": "0"])
    let tests =
      findings.isEmpty
      ? "    <testcase\(clean)/>\n" : findings.map { test($0, in: file.source) }.joined()
    return "  <testsuite\(head)>\n\(tests)  </testsuite>\n"
  }

  private static func test(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let place = source.position(at: diagnostic.range.start)
    let name = "\(diagnostic.rule.code) \(diagnostic.rule.name)"
    let test = XMLText.attributes([
      // The place keeps the names apart: readers merge tests of one name.
      "name": "\(name) (\(place.line):\(place.column))", "classname": source.path,
      "time": "0",
    ])
    let failure = XMLText.attributes([
      "type": diagnostic.severity.rawValue, "message": diagnostic.message,
    ])
    let text = "\(source.path):\(place.line):\(place.column): \(FindingText.lines(diagnostic))"
    return """
          <testcase\(test)>
            <failure\(failure)>\(XMLText.escaped(text))</failure>
          </testcase>

      """
  }
}
