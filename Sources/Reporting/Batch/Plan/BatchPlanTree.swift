import BuildPlanning

/// The builds of a batch as a tree: each stands once, below the parent that comes latest.
struct BatchPlanTree {
  struct Row {
    let number: Int
    let name: String
    /// The lines that lead to the name.
    let prefix: String
    /// Whether the line above that it hangs on is one of those it waits for.
    let isBelowParent: Bool
    /// What it waits for beside the build that it stands below.
    let others: [Int]

    /// Characters of the prefix and the name.
    var width: Int { prefix.count + name.count }
  }

  /// Deeper builds are not indented more: a chain of thousands must not fill a screen with blanks.
  private static let deepest = 12

  private let plan: BatchPlan
  private let depths: [Int]
  /// By build: what it stands below.
  private let parents: [Int?]
  private(set) var rows: [Row] = []

  init(_ plan: BatchPlan) {
    self.plan = plan
    let depths = plan.depths
    self.depths = depths
    parents = plan.builds.map { build in
      // Of several that are equally deep the first.
      build.parents.max { (depths[$0], $1) < (depths[$1], $0) }
    }
    addRows()
  }

  /// Depth first, without recursion.
  private mutating func addRows() {
    var children = Array(repeating: [Int](), count: plan.builds.count)
    for (number, parent) in parents.enumerated() {
      if let parent { children[parent].append(number) }
    }
    var stack: [(number: Int, lead: String, isLast: Bool)] = []
    func push(_ numbers: [Int], _ lead: String) {
      for number in numbers.reversed() {
        stack.append((number, lead, number == numbers.last))
      }
    }
    push(parents.indices.filter { parents[$0] == nil }, "")
    while let (number, lead, isLast) = stack.popLast() {
      let depth = depths[number]
      rows.append(row(number, depth <= Self.deepest ? lead + mark(depth, isLast) : lead))
      push(children[number], depth < Self.deepest ? lead + rail(depth, isLast) : lead)
    }
  }

  private func row(_ number: Int, _ prefix: String) -> Row {
    let parent = parents[number]
    return Row(
      number: number, name: PlainText.label(plan.builds[number].identifier), prefix: prefix,
      isBelowParent: parent != nil && depths[number] <= Self.deepest,
      others: plan.builds[number].parents.filter { $0 != parent })
  }

  private func mark(_ depth: Int, _ isLast: Bool) -> String {
    depth == 0 ? "" : isLast ? "└─ " : "├─ "
  }

  private func rail(_ depth: Int, _ isLast: Bool) -> String {
    depth == 0 ? "" : isLast ? "   " : "│  "
  }
}
