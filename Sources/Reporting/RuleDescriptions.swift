import Diagnostics

/// The rules that have findings, sorted by code.
struct RuleDescriptions {
  let all: [RuleDescription]
  private let places: [RuleIdentity: Int]

  init(_ files: [FileFindings]) {
    var first: [RuleIdentity: Diagnostic] = [:]
    for diagnostic in files.lazy.flatMap(\.diagnostics) where first[diagnostic.rule] == nil {
      first[diagnostic.rule] = diagnostic
    }
    let rules = first.keys.sorted { ($0.code, $0.name) < ($1.code, $1.name) }
    all = rules.compactMap { first[$0] }.map(RuleDescription.init)
    places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
  }

  /// Place of a rule in `all`.
  func index(of rule: RuleIdentity) -> Int? { places[rule] }
}
