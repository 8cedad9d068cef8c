import BuildspecModel

/// The builds of a `build-graph` and who waits for whom.
struct DependencyGraph {
  /// One build waits for another.
  struct Edge {
    var from: Int
    var to: Int
    /// The mention in `depend-on`.
    var mention: Located<String>
  }

  /// By build, in the order of the file. Mentions of the build itself and of unknown builds are
  /// left out.
  private let edges: [[Edge]]

  init(_ builds: [BatchBuild]) {
    var numbers: [String: Int] = [:]
    for (number, build) in builds.enumerated() {
      guard let name = build.identifier?.value, numbers[name] == nil else { continue }
      numbers[name] = number
    }
    edges = builds.enumerated().map { number, build in
      build.dependsOn.compactMap { mention in
        guard let other = numbers[mention.value], other != number else { return nil }
        return Edge(from: number, to: other, mention: mention)
      }
    }
  }

  /// Rings of builds that wait for each other, as the edges around them; each ring has a build that
  /// no ring before it has. Depth first, without recursion, since a file may hold a long chain.
  func cycles() -> [[Edge]] {
    var cycles: [[Edge]] = []
    var state = Array(repeating: State.new, count: edges.count)
    var isInCycle = Array(repeating: false, count: edges.count)
    for start in edges.indices where state[start] == .new {
      var path: [Edge] = []
      var stack = [(node: start, next: 0)]
      state[start] = .open
      while let (node, next) = stack.last {
        guard next < edges[node].count else {
          state[node] = .done
          stack.removeLast()
          path = Array(path.dropLast())
          continue
        }
        stack[stack.count - 1].next += 1
        let edge = edges[node][next]
        switch state[edge.to] {
        case .done: continue
        case .new:
          state[edge.to] = .open
          path.append(edge)
          stack.append((edge.to, 0))
        case .open:
          let ring = path.suffix(from: path.firstIndex { $0.from == edge.to } ?? path.endIndex)
          let cycle = ring + [edge]
          guard cycle.contains(where: { !isInCycle[$0.from] }) else { continue }
          for member in cycle { isInCycle[member.from] = true }
          cycles.append(Self.fromFirst(Array(cycle)))
        }
      }
    }
    return cycles
  }

  private enum State { case new, open, done }

  /// The same ring, started at the build that comes first in the file.
  private static func fromFirst(_ cycle: [Edge]) -> [Edge] {
    guard let first = cycle.indices.min(by: { cycle[$0].from < cycle[$1].from }) else { return [] }
    return Array(cycle[first...] + cycle[..<first])
  }
}
