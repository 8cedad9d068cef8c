/// A path pattern as CodeBuild has them: `*` and `?` stay inside one component, `[...]` is one
/// character of a set, and a component `**` stands for any number of folders. Names that begin with a
/// dot are nothing special. The time to match grows with the product of the lengths at most.
struct Glob: Hashable, Sendable {
  private enum Segment: Hashable {
    case anyDepth
    case name(NamePattern)
  }

  /// The places in the pattern where a match may stand after some components; ascending.
  typealias States = [Int]

  let text: String
  private let segments: [Segment]

  init(_ text: String) {
    self.text = text
    self.segments = text.split(separator: "/").filter { $0 != "." }.map {
      $0 == "**" ? .anyDepth : .name(NamePattern($0))
    }
  }

  /// Whether the pattern has no wildcard, so that it names one path.
  var isLiteral: Bool {
    segments.allSatisfy { if case .name(let name) = $0 { name.isLiteral } else { false } }
  }

  /// The states before the first component.
  var start: States { closure([0]) }

  /// The states after one more component; empty when nothing below can match.
  func step(_ states: States, _ component: String) -> States {
    let scalars = Array(component.unicodeScalars)
    var next: States = []
    for state in states where state < segments.count {
      switch segments[state] {
      case .anyDepth: next.append(state)
      case .name(let name): if name.matches(scalars) { next.append(state + 1) }
      }
    }
    return closure(next)
  }

  func accepts(_ states: States) -> Bool { states.last == segments.count }

  func matches(_ path: String) -> Bool {
    var states = start
    for component in path.split(separator: "/") {
      states = step(states, String(component))
      if states.isEmpty { return false }
    }
    return accepts(states)
  }

  /// `**` also stands for no folder at all.
  private func closure(_ states: States) -> States {
    var result: States = []
    for state in states {
      var state = state
      while true {
        if result.last.map({ $0 < state }) ?? true { result.append(state) }
        guard state < segments.count, segments[state] == .anyDepth else { break }
        state += 1
      }
    }
    return result
  }
}
