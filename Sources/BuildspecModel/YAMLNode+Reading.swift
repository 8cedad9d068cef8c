import Diagnostics
import YAMLSyntax

/// Readings of a node as one of the kinds that buildspec keys take.
extension YAMLNode {
  /// A scalar's text; `nil` for null and for collections.
  var text: Located<String>? {
    guard let scalar, !scalar.isNull else { return nil }
    return Located(scalar.text, at: range)
  }

  var boolean: Located<Bool>? {
    guard let scalar, let value = YAMLBoolean.value(of: scalar.text) else { return nil }
    return Located(value, at: range)
  }

  /// A list of texts, or one text as a list of one; empty for null.
  var texts: [Located<String>]? {
    switch content {
    case .sequence(let items): items.compactMap(\.text)
    case .scalar: text.map { [$0] } ?? []
    case .mapping: nil
    }
  }

  /// Names with their texts; a name without a value has the empty text.
  var entries: [EnvironmentEntry] {
    (mapping ?? []).compactMap { pair in
      guard let name = pair.key.text, let value = pair.value.scalar else { return nil }
      let text = value.isNull && value.text != "~" ? "" : value.text
      return EnvironmentEntry(name: name, value: Located(text, at: pair.value.range))
    }
  }

  /// A list of commands, or one command as a list of one. Items that are no scalar, and empty
  /// items, are left out, but keep their index.
  var commands: [Command]? {
    switch content {
    case .sequence(let items):
      var commands: [Command] = []
      commands.reserveCapacity(items.count)
      for index in items.indices {
        if let command = items[index].command(index) { commands.append(command) }
      }
      return commands
    case .scalar: return command(0).map { [$0] } ?? []
    case .mapping: return nil
    }
  }

  private func command(_ index: Int) -> Command? {
    guard let scalar, !scalar.isNull else { return nil }
    return Command(text: scalar.text, range: range, style: scalar.style, index: index)
  }
}
