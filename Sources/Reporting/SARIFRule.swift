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
        "tags": .array([.string("buildspec"), .string(topic(rule.identity.code))]),
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

  /// The first digit of a code is the topic of the rule.
  private static func topic(_ code: String) -> String {
    switch code.dropFirst(2).first {
    case "0": "syntax"
    case "1": "schema"
    case "2": "types"
    case "3": "phases"
    case "4": "shell"
    case "5": "environment"
    case "6": "artifacts"
    case "7": "batch"
    case "8": "security"
    default: "style"
    }
  }
}
