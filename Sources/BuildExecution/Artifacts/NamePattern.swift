/// A pattern for one component of a path.
struct NamePattern: Hashable, Sendable {
  private enum Element: Hashable {
    case scalar(Unicode.Scalar)
    case anyOne
    case anyRun
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  private let elements: [Element]

  init(_ text: Substring) {
    self.elements = Self.parse(Array(text.unicodeScalars))
  }

  var isLiteral: Bool {
    elements.allSatisfy { if case .scalar = $0 { true } else { false } }
  }

  /// Goes back to the last `*` alone, which is enough and keeps the time within the product of the
  /// lengths.
  func matches(_ name: [Unicode.Scalar]) -> Bool {
    var element = 0
    var position = 0
    var lastRun: (element: Int, position: Int)?
    while position < name.count {
      if element < elements.count, elements[element] == .anyRun {
        lastRun = (element, position)
        element += 1
      } else if element < elements.count, accepts(elements[element], name[position]) {
        element += 1
        position += 1
      } else if let run = lastRun {
        lastRun = (run.element, run.position + 1)
        element = run.element + 1
        position = run.position + 1
      } else {
        return false
      }
    }
    return elements[element...].allSatisfy { $0 == .anyRun }
  }

  private func accepts(_ element: Element, _ scalar: Unicode.Scalar) -> Bool {
    switch element {
    case .scalar(let expected): scalar == expected
    case .anyOne: true
    case .anyRun: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }

  private static func parse(_ scalars: [Unicode.Scalar]) -> [Element] {
    var elements: [Element] = []
    var index = 0
    // Once a bracket is not closed, none after it is; looking again would take quadratic time.
    var mayClose = true
    while index < scalars.count {
      switch scalars[index] {
      case "*":
        if elements.last != .anyRun { elements.append(.anyRun) }
      case "?": elements.append(.anyOne)
      case "[":
        if mayClose, let (set, next) = parseSet(scalars, after: index) {
          elements.append(set)
          index = next
          continue
        }
        mayClose = false
        elements.append(.scalar("["))
      case "\\" where index + 1 < scalars.count:
        index += 1
        elements.append(.scalar(scalars[index]))
      case let scalar: elements.append(.scalar(scalar))
      }
      index += 1
    }
    return elements
  }

  /// Reads a set; `nil` when it is not closed, and the bracket stands for itself.
  private static func parseSet(
    _ scalars: [Unicode.Scalar], after open: Int
  ) -> (Element, next: Int)? {
    var index = open + 1
    let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
    if isNegated { index += 1 }
    let first = index
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while index < scalars.count {
      if scalars[index] == "]", index > first {
        return (.set(ranges, isNegated: isNegated), index + 1)
      }
      let low = scalars[index]
      let isRange =
        index + 2 < scalars.count && scalars[index + 1] == "-" && scalars[index + 2] != "]"
      let high = isRange ? scalars[index + 2] : low
      ranges.append(min(low, high)...max(low, high))
      index += isRange ? 3 : 1
    }
    return nil
  }
}
