import Diagnostics

/// SARIF 2.1.0 with everything that GitHub code scanning requires and recommends.
struct SARIFReport {
  let context: ReportContext

  func render(_ files: [FileFindings]) -> String {
    let rules = RuleDescriptions(files)
    let document: JSONValue = [
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        [
          "tool": ["driver": driver(rules)],
          "automationDetails": ["id": .string("buildspec/")],
          "columnKind": .string("unicodeCodePoints"),
          "invocations": .array([["executionSuccessful": .bool(true)]]),
          "results": .array(files.flatMap { results($0, rules) }),
        ]
      ]),
    ]
    return document.text(indent: 2) + "\n"
  }

  private func driver(_ rules: RuleDescriptions) -> JSONValue {
    [
      "name": .string("buildspec"),
      "version": .string(context.toolVersion),
      "semanticVersion": .string(context.toolVersion),
      "rules": .array(rules.all.map(SARIFRule.value)),
    ]
  }

  private func results(_ file: FileFindings, _ rules: RuleDescriptions) -> [JSONValue] {
    if file.diagnostics.isEmpty { return [] }
    let result = SARIFResult(
      source: file.source, uri: SARIFResult.uri(context.paths.relative(file.source.path)),
      fingerprints: LineFingerprints(file.source.bytes))
    return file.diagnostics.map { result.value($0, ruleIndex: rules.index(of: $0.rule)) }
  }
}
