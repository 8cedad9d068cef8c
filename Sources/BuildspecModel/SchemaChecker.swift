import Diagnostics
package import YAMLSyntax

/// Compares a tree with the tables of sections and keys.
package struct SchemaChecker {
  private var problems: [SchemaProblem] = []

  /// Every departure, in the order of the file. The root must be a mapping to have any.
  package static func check(_ root: YAMLNode) -> [SchemaProblem] {
    var checker = SchemaChecker()
    checker.section(.top, root)
    return checker.problems
  }

  private mutating func section(_ section: SectionID, _ node: YAMLNode) {
    guard case .mapping(let pairs) = node.content else { return }
    let keys = SectionTable.keys(of: section)
    for index in pairs.indices {
      guard case .scalar(let name) = pairs[index].key.content, name.text != "<<" else { continue }
      if let key = keys.firstIndex(where: { $0.name == name.text }) {
        value(of: pairs[index], as: keys[key].shape, in: section)
      } else {
        report(.unknownKey(name.text), in: section, at: pairs[index].key, pairs[index])
      }
    }
  }

  private mutating func value(of pair: YAMLPair, as shape: Shape, in section: SectionID) {
    let node = pair.value
    if node.isNull {
      if shape != .text { report(.noValue(pair.name), in: section, at: pair.key, pair) }
      return
    }
    switch (shape, node.content) {
    case (.text, .scalar): break
    case (.boolean, .scalar(let scalar)):
      if YAMLBoolean.value(of: scalar.text) == nil {
        report(.notBoolean(key: pair.name, text: scalar.text), in: section, at: node, pair)
      }
    case (.integer, .scalar(let scalar)):
      if Int(scalar.text) == nil {
        report(.notInteger(key: pair.name, text: scalar.text), in: section, at: node, pair)
      }
    case (.texts, .scalar), (.commands, .scalar):
      report(.textForList(pair.name), in: section, at: node, pair)
    case (.texts, .sequence(let items)): texts(items, in: section, pair)
    case (.commands, .sequence(let items)): commands(items, in: section, pair)
    case (.textMap, .mapping(let pairs)): textMap(pairs, in: section)
    case (.textsMap, .mapping(let pairs)):
      for inner in pairs { value(of: inner, as: .texts, in: section) }
    case (.section(let inner), .mapping): self.section(inner, node)
    case (.sectionMap(let inner), .mapping(let pairs)):
      for entry in pairs { value(of: entry, as: .section(inner), in: section) }
    case (.sectionList(let inner), .sequence(let items)): sections(inner, items, in: section, pair)
    default: report(wrong(shape, pair), in: section, at: node, pair)
    }
  }

  private mutating func texts(_ items: [YAMLNode], in section: SectionID, _ pair: YAMLPair) {
    for item in items where item.scalar == nil {
      report(.itemNotText(key: pair.name, found: item.kind), in: section, at: item, pair)
    }
  }

  private mutating func commands(_ items: [YAMLNode], in section: SectionID, _ pair: YAMLPair) {
    for (index, item) in items.enumerated() {
      if let fault = Self.fault(item) {
        report(.command(fault, index: index), in: section, at: item, pair)
      }
    }
  }

  private static func fault(_ item: YAMLNode) -> SchemaProblem.CommandFault? {
    switch item.content {
    case .mapping: .isMapping
    case .sequence: .isList
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: nil
      case .null: .isNull
      case .boolean, .integer, .float: .isNotText(scalar.kind.rawValue)
      }
    }
  }

  private mutating func textMap(_ pairs: [YAMLPair], in section: SectionID) {
    for pair in pairs where pair.value.scalar == nil {
      report(wrong(.text, pair), in: section, at: pair.value, pair)
    }
  }

  private mutating func sections(
    _ inner: SectionID, _ items: [YAMLNode], in section: SectionID, _ pair: YAMLPair
  ) {
    for item in items {
      if item.mapping != nil {
        self.section(inner, item)
      } else {
        report(wrong(.section(inner), pair, item), in: section, at: item, pair)
      }
    }
  }

  private func wrong(_ shape: Shape, _ pair: YAMLPair, _ node: YAMLNode? = nil)
    -> SchemaProblem.Kind
  {
    .wrongType(key: pair.name, expected: shape, found: (node ?? pair.value).kind)
  }

  private mutating func report(
    _ kind: SchemaProblem.Kind, in section: SectionID, at node: YAMLNode, _ pair: YAMLPair
  ) {
    problems.append(SchemaProblem(kind, in: section, at: node.range, key: pair.key.range))
  }
}

extension YAMLPair {
  fileprivate var name: String { key.scalar?.text ?? "" }
}

extension YAMLNode {
  fileprivate var kind: SchemaProblem.NodeKind {
    switch content {
    case .scalar: .text
    case .sequence: .list
    case .mapping: .mapping
    }
  }
}
