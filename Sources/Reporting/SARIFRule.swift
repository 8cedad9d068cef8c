import Diagnostics

/// A rule in SARIF.
enum SARIFRule {
  static func value(_ rule: RuleDescription) -> JSONValue {
    let page = rule.page ?? (rule.why, rule.why)
    return [
      "id": .string(rule.identity.code),
      "name": .string(rule.identity.name),
      "shortDescription": text(rule.summary),
      "fullDescription": text(rule.why),
      "help": ["text": .string(page.text), "markdown": .string(page.markdown)],
      "defaultConfiguration": ["level": .string(level(rule.severity))],
      "properties": [
        "tags": .array((["buildspec"] + topic(rule.identity.code)).map { .string($0) }),
        "precision": .string("high"),
        "problem.severity": .string(problem(rule.severity)),
      ],
    ]
  }

  static func level(_ severity: Severity) -> String {
    severity == .info ? "note" : severity.rawValue
  }

  private static func problem(_ severity: Severity) -> String {
    severity == .info ? "recommendation" : severity.rawValue
  }

  /// GitHub takes at most 1,024 characters.
  private static func text(_ text: String) -> JSONValue {
    let limit = 1_024
    return ["text": .string(text.count <= limit ? text : text.prefix(limit - 1) + "…")]
  }

  /// The first digit of a code is the topic of the rule; other checks have other codes.
  private static func topic(_ code: String) -> [String] {
    let topics = [
      "syntax", "schema", "types", "phases", "shell", "environment", "artifacts", "batch",
      "security",
      "style",
    ]
    guard code.hasPrefix("BS"), let digit = code.dropFirst(2).first?.wholeNumberValue,
      topics.indices.contains(digit)
    else { return [] }
    return [topics[digit]]
  }
}
