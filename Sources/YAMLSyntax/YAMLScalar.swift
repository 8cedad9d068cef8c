/// A scalar: its decoded text and how it was written.
package struct YAMLScalar: Hashable, Sendable {
  package enum Style: String, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The text after YAML's quoting and folding; `3.10` stays `3.10`.
  package let text: String
  package let style: Style

  package init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  /// Whether the scalar is empty or `null`, and plain.
  package var isNull: Bool { style == .plain && Kind.isNull(plain: text) }

  /// What YAML 1.1 takes the scalar for; anything quoted or in a block is text.
  package var kind: Kind {
    style == .plain ? Kind(plain: text) : .string
  }
}
