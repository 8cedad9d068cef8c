import Diagnostics
package import YAMLSyntax

extension YAMLNode {
  /// All there is to a tree, one node a line, to compare trees by.
  package func outline(indent: Int = 0) -> String {
    let notes = [tag, anchor, alias].map { $0 ?? "-" }.joined(separator: " ")
    let head = "\(String(repeating: " ", count: indent))\(range.start)-\(range.end) \(notes)"
    switch content {
    case .scalar(let scalar):
      return "\(head) \(scalar.style) \(scalar.text.debugDescription)\n"
    case .sequence(let items):
      return "\(head) sequence\n" + items.map { $0.outline(indent: indent + 1) }.joined()
    case .mapping(let pairs):
      return "\(head) mapping\n"
        + pairs.flatMap { [$0.key, $0.value] }.map { $0.outline(indent: indent + 1) }.joined()
    }
  }
}
