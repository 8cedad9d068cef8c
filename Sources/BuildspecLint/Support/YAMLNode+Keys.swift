import Diagnostics
import YAMLSyntax

extension YAMLNode {
  /// Whether the node is a mapping without `key`, and none of its keys looks like a slip of it: the
  /// slip has a finding of its own.
  func lacks(_ key: String, slips: [String] = []) -> Bool {
    guard let mapping, !mapping.isEmpty else { return false }
    return !mapping.contains { pair in
      guard let text = pair.key.scalar?.text else { return false }
      return text == key || text == "<<" || slips.contains(text)
        || Suggestion.nearest(to: text, in: [key]) != nil
    }
  }
}
