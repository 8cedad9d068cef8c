/// Questions about who waits for whom.
extension BatchPlan {
  /// By build: the builds that wait for it, in the order of the plan.
  package var children: [[Int]] {
    var children = Array(repeating: [Int](), count: builds.count)
    for (number, build) in builds.enumerated() {
      for parent in build.parents { children[parent].append(number) }
    }
    return children
  }

  /// By build: the most builds that come one after the other before it.
  package var depths: [Int] {
    var depths = Array(repeating: 0, count: builds.count)
    for number in order {
      depths[number] = builds[number].parents.map { depths[$0] + 1 }.max() ?? 0
    }
    return depths
  }

  /// All builds, each after those it waits for, else in the order of the plan.
  package var order: [Int] {
    let children = children
    var open = builds.map(\.parents.count)
    var order = builds.indices.filter { open[$0] == 0 }
    var next = 0
    while next < order.count {
      for child in children[order[next]] {
        open[child] -= 1
        if open[child] == 0 { order.append(child) }
      }
      next += 1
    }
    return order
  }

  /// The builds that `build` waits for, with those that a left-out one waits for in its place.
  package func runningParents(of build: Int) -> [Int] {
    var found: Set<Int> = []
    var seen: Set<Int> = []
    var open = builds[build].parents
    while let parent = open.popLast() {
      guard seen.insert(parent).inserted else { continue }
      if builds[parent].leftOut == nil {
        found.insert(parent)
      } else {
        open += builds[parent].parents
      }
    }
    return found.sorted()
  }
}
