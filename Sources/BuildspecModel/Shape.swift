/// What kind of value a key takes.
package enum Shape: Hashable, Sendable {
  case text
  /// `yes`, `no`, `true` or `false`, quoted or not.
  case boolean
  case integer
  /// A list of texts; one text alone is accepted, as CodeBuild does.
  case texts
  /// Names with one text each.
  case textMap
  /// Names with a list of texts each.
  case textsMap
  /// A list of commands; one command alone is accepted.
  case commands
  /// A mapping with fixed keys.
  case section(SectionID)
  /// Names with a section each.
  case sectionMap(SectionID)
  /// A list of sections.
  case sectionList(SectionID)

  /// How messages name the kind.
  package var title: String {
    switch self {
    case .text: "text"
    case .boolean: "yes, no, true or false"
    case .integer: "a whole number"
    case .texts: "a list of texts"
    case .commands: "a list of commands"
    case .textMap, .textsMap, .section, .sectionMap: "a mapping"
    case .sectionList: "a list of mappings"
    }
  }
}
