import Diagnostics

/// Which builds of a batch the user wants to run. Patterns name identifiers, with `*` for any text and
/// `?` for any character.
package struct BatchSelection: Hashable, Sendable {
  /// A pattern that names no build.
  package struct Problem: Error, Hashable, CustomStringConvertible {
    /// Such as `--only`.
    package var option: String
    package var pattern: String
    /// The identifier that was probably meant.
    package var suggestion: String?

    package var description: String {
      let help = suggestion.map { "; did you mean \($0)?" } ?? ""
      return "\(option) \(pattern): the batch has no such build\(help)"
    }
  }

  /// `--only`; empty means all.
  package var only: [String] = []
  /// `--skip`.
  package var skipped: [String] = []
  /// `--needs`: whether what the builds of `only` wait for is run too. What is skipped is not, nor what
  /// only that waits for.
  package var needs = false

  package init() {}

  /// The plan, with the builds left out that are not wanted. Those that wait for them start when what
  /// these wait for has ended, so this comes before `BatchPlatform` has its say.
  package func applied(to plan: BatchPlan) throws(Problem) -> BatchPlan {
    let skipped = try matches(skipped, "--skip", plan)
    let named = try matches(only, "--only", plan)
    let wanted =
      needs ? withAncestors(named.keys.sorted(), Set(skipped.keys), plan) : Set(named.keys)
    let option = only.map { "--only \($0)" }.joined(separator: " ")
    var plan = plan
    for number in plan.builds.indices where plan.builds[number].leftOut == nil {
      if let pattern = skipped[number] {
        plan.builds[number].leftOut = .option("--skip \(pattern)")
      } else if !only.isEmpty, !wanted.contains(number) {
        plan.builds[number].leftOut = .option(option)
      }
    }
    return plan
  }

  /// The numbers of the builds that the patterns name, each with the first pattern that does.
  private func matches(
    _ patterns: [String], _ option: String, _ plan: BatchPlan
  ) throws(Problem) -> [Int: String] {
    var matches: [Int: String] = [:]
    for text in patterns {
      let pattern = BatchPattern(text)
      let found = plan.builds.indices.filter { pattern.matches(plan.builds[$0].identifier) }
      if found.isEmpty {
        let near = Suggestion.nearest(to: text, in: plan.builds.map(\.identifier))
        throw Problem(option: option, pattern: text, suggestion: near)
      }
      for number in found where matches[number] == nil { matches[number] = text }
    }
    return matches
  }

  private func withAncestors(
    _ numbers: [Int], _ barriers: Set<Int>, _ plan: BatchPlan
  ) -> Set<Int> {
    var found: Set<Int> = []
    var open = numbers
    while let number = open.popLast() {
      guard !barriers.contains(number), found.insert(number).inserted else { continue }
      open += plan.builds[number].parents
    }
    return found
  }
}
