package import BuildspecLint
import Diagnostics

/// The catalogue of rules.
package enum RuleList {
  /// One line a rule.
  package static func text(_ infos: [RuleInfo]) -> String {
    let width = infos.map(\.identity.name.count).max() ?? 0
    return infos.map { info in
      let name = padded(info.identity.name, to: width)
      let severity = padded(RulePage.level(of: info), to: 7)
      return "\(info.identity.code)  \(name)  \(severity)  \(info.summary)\n"
    }.joined()
  }

  package static func json(_ infos: [RuleInfo]) -> String {
    let document: JSONValue = ["schemaVersion": 1, "rules": .array(infos.map(RulePage.value))]
    return document.text(indent: 2) + "\n"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
