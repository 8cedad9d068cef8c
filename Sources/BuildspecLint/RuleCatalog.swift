import Diagnostics

/// Every rule, sorted by code.
package enum RuleCatalog {
  package static let rules: [any Rule.Type] = [
    MissingVersion.self,
    UnknownPhase.self,
  ]

  /// The rule with this code or name; case does not matter.
  package static func rule(_ codeOrName: String) -> (any Rule.Type)? {
    let wanted = codeOrName.lowercased()
    return rules.first {
      $0.info.identity.code.lowercased() == wanted || $0.info.identity.name == wanted
    }
  }
}
