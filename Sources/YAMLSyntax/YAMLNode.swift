package import Diagnostics

/// A node of the document tree. Aliases are resolved to the node they name. A value, since most nodes are
/// short texts, which then need no memory of their own.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
  }

  package let content: Content
  /// From the first byte to after the last one, quotes and block indicator included; the trailing
  /// line break of a block is not part of it. An alias has the place of the alias.
  package let range: SourceRange
  /// `nil` for nearly every node.
  private let marks: Marks?

  /// What may stand before the content.
  private final class Marks: Sendable {
    let tag: String?
    let anchor: String?
    let alias: String?

    init(tag: String?, anchor: String?, alias: String?) {
      self.tag = tag
      self.anchor = anchor
      self.alias = alias
    }
  }

  package init(
    content: Content, range: SourceRange, tag: String? = nil, anchor: String? = nil,
    alias: String? = nil
  ) {
    self.content = content
    self.range = range
    let isMarked = tag != nil || anchor != nil || alias != nil
    marks = isMarked ? Marks(tag: tag, anchor: anchor, alias: alias) : nil
  }

  /// Explicit tag as written, such as `!Ref`.
  package var tag: String? { marks?.tag }
  /// Name of the anchor this node carries, without `&`.
  package var anchor: String? { marks?.anchor }
  /// Name of the alias this node came from, without `*`.
  package var alias: String? { marks?.alias }

  package var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  package var mapping: [YAMLPair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// Whether the node is an empty or `null` plain scalar.
  package var isNull: Bool {
    if case .scalar(let scalar) = content { scalar.isNull } else { false }
  }

  /// The pair of a mapping whose key is the scalar `key`; the last one wins, as when decoding.
  package func pair(_ key: String) -> YAMLPair? {
    guard case .mapping(let pairs) = content, let index = place(of: key) else { return nil }
    return pairs[index]
  }

  /// The value of `key` if the node is a mapping that has it.
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = content, let index = place(of: key) else { return nil }
    return pairs[index].value
  }

  /// Looks at the keys where they lie: a copy of each costs more than the comparison.
  private func place(of key: String) -> Int? {
    guard case .mapping(let pairs) = content else { return nil }
    for index in pairs.indices.reversed() {
      if case .scalar(let scalar) = pairs[index].key.content, scalar.text == key { return index }
    }
    return nil
  }
}
