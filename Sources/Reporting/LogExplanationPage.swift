import BuildspecLint
import Diagnostics
package import LogExplanations

/// What the messages of a log mean.
package enum LogExplanationPage {
  /// For a terminal.
  package static func text(_ explanations: [LogExplanation], style: Style) -> String {
    explanations.map { explanation in
      var text = explanation.phase.map { "In phase \($0):\n" } ?? ""
      text += "\(style.bold(shortened(explanation.line)))\n\n"
      let paragraphs = [
        ("Cause:", explanation.cause), ("Look at:", explanation.look), ("Do:", explanation.advice),
      ]
      for (title, words) in paragraphs { text += field(title, words, style) }
      for rule in rules(explanation) {
        let name = "\(rule.code) \(rule.name)"
        text += field("Rule:", "\(name) (buildspec explain \(rule.code))", style)
      }
      return text + field("Source:", explanation.message.source, style)
    }.joined(separator: "\n")
  }

  /// For a comment or a summary.
  package static func markdown(_ explanations: [LogExplanation]) -> String {
    explanations.map { explanation in
      let heading = explanation.phase.map { "\(explanation.message.name) (\($0))" }
      var text = "## \(heading ?? explanation.message.name)\n\n"
      text += "    \(shortened(explanation.line))\n\n"
      text += "- **Cause:** \(explanation.cause)\n"
      text += "- **Look at:** \(explanation.look)\n"
      text += "- **Do:** \(explanation.advice)\n"
      for rule in rules(explanation) { text += "- **Rule:** \(rule.code) \(rule.name)\n" }
      return text + "- **Source:** \(explanation.message.source)\n"
    }.joined(separator: "\n")
  }

  package static func json(_ explanations: [LogExplanation]) -> String {
    let document: JSONValue = [
      "schemaVersion": 1, "explanations": .array(explanations.map(value)),
    ]
    return document.text(indent: 2) + "\n"
  }

  private static func value(_ explanation: LogExplanation) -> JSONValue {
    [
      "name": .string(explanation.message.name),
      "phase": .optional(explanation.phase),
      "line": .string(explanation.line),
      "cause": .string(explanation.cause),
      "look": .string(explanation.look),
      "advice": .string(explanation.advice),
      "rules": .array(
        rules(explanation).map { ["code": .string($0.code), "name": .string($0.name)] }),
      "source": .string(explanation.message.source),
    ]
  }

  private static func rules(_ explanation: LogExplanation) -> [RuleIdentity] {
    explanation.message.rules.compactMap { RuleCatalog.rule($0)?.info.identity }
  }

  private static func field(_ title: String, _ words: String, _ style: Style) -> String {
    let width = 9
    let padding = String(repeating: " ", count: max(1, width - title.count))
    return "\(style.cyan(title))\(padding)\(words)\n"
  }

  /// A line of a log may hold a whole script.
  private static func shortened(_ line: String) -> String {
    let limit = 300
    return line.count <= limit ? line : line.prefix(limit) + "…"
  }
}
