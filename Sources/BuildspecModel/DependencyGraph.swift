/// The builds of a `build-graph` and who waits for whom.
package struct DependencyGraph {
  /// One build waits for another.
  package struct Edge: Hashable, Sendable {
    package var from: Int
    package var to: Int
    /// The mention in `depend-on`.
    package var mention: Located<String>
  }

  /// By build, in the order of the file. Mentions of the build itself and of unknown builds are
  /// left out.
  package let edges: [[Edge]]

  package init(_ builds: [BatchBuild]) {
    // By index, since a build is large and would be copied.
    var numbers: [String: Int] = Dictionary(minimumCapacity: builds.count)
    for number in builds.indices {
      guard let name = builds[number].identifier?.value, numbers[name] == nil else { continue }
      numbers[name] = number
    }
    edges = builds.indices.map { number in
      builds[number].dependsOn.compactMap { mention in
        guard let other = numbers[mention.value], other != number else { return nil }
        return Edge(from: number, to: other, mention: mention)
      }
    }
  }

  /// Rings of builds that wait for each other, as the edges around them; each ring has a build that
  /// no ring before it has. All rings together have at most three edges for each build: a graph of
  /// rings within rings must not cost more than it is long.
  package func cycles() -> [[Edge]] {
    var search = CycleSearch(edges)
    return search.run()
  }
}

/// Looks for rings depth first, without recursion, since a file may hold a long chain.
private struct CycleSearch {
  typealias Edge = DependencyGraph.Edge

  private let edges: [[Edge]]
  /// Of each build: the place of the edge that leads on from it in `path`, or why there is none.
  private var states: [State]
  /// The edges from the start to the build that is looked at.
  private var path: [Edge] = []
  private var stack: [(node: Int, next: Int)] = []
  /// Places of builds on the stack that no ring has yet, the last one highest.
  private var fresh: [Int] = []
  private var cycles: [[Edge]] = []
  /// Edges that rings may still have.
  private var room: Int

  private enum State: Equatable {
    case new
    case open(Int)
    case done
  }

  init(_ edges: [[Edge]]) {
    self.edges = edges
    states = Array(repeating: .new, count: edges.count)
    room = 2 * edges.count
  }

  mutating func run() -> [[Edge]] {
    for start in edges.indices where states[start] == .new {
      open(start)
      while let (node, next) = stack.last, room > 0 {
        guard next < edges[node].count else {
          close(node)
          continue
        }
        stack[stack.count - 1].next += 1
        follow(edges[node][next])
      }
    }
    return cycles
  }

  private mutating func open(_ node: Int) {
    states[node] = .open(stack.count)
    fresh.append(stack.count)
    stack.append((node, 0))
  }

  private mutating func close(_ node: Int) {
    states[node] = .done
    stack.removeLast()
    if fresh.last == stack.count { fresh.removeLast() }
    if !path.isEmpty { path.removeLast() }
  }

  private mutating func follow(_ edge: Edge) {
    switch states[edge.to] {
    case .done: return
    case .new:
      path.append(edge)
      open(edge.to)
    case .open(let place):
      guard let last = fresh.last, last >= place else { return }
      while let last = fresh.last, last >= place { fresh.removeLast() }
      let cycle = path[place...] + [edge]
      room -= cycle.count
      cycles.append(Self.fromFirst(Array(cycle)))
    }
  }

  /// The same ring, started at the build that comes first in the file.
  private static func fromFirst(_ cycle: [Edge]) -> [Edge] {
    guard let first = cycle.indices.min(by: { cycle[$0].from < cycle[$1].from }) else { return [] }
    return Array(cycle[first...] + cycle[..<first])
  }
}
