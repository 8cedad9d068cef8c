/// Finds all of many byte strings in one pass, by the method of Aho and Corasick. Its size is that of
/// the patterns, its time that of the text, whatever they hold.
struct PatternAutomaton: Sendable {
  static let root: Int32 = 0

  private(set) var nodes: [PatternNode] = [PatternNode()]
  /// The state after one byte from the root.
  private(set) var starts: [Int32] = Array(repeating: root, count: 256)

  /// - Parameter patterns: none of them empty.
  init(_ patterns: [[UInt8]]) {
    // An array that grows by copying needs its memory twice.
    nodes.reserveCapacity(1 + patterns.reduce(0) { $0 + $1.count })
    for pattern in patterns { insert(pattern) }
    link()
  }

  private mutating func insert(_ pattern: [UInt8]) {
    var state = Self.root
    for byte in pattern {
      state = child(of: state, byte) ?? add(byte, to: state)
    }
    nodes[Int(state)].matched = Int32(pattern.count)
  }

  private func child(of state: Int32, _ byte: UInt8) -> Int32? {
    if state == Self.root { return starts[Int(byte)] == Self.root ? nil : starts[Int(byte)] }
    var child = nodes[Int(state)].firstChild
    while child != 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].nextSibling }
    return child == 0 ? nil : child
  }

  private mutating func add(_ byte: UInt8, to state: Int32) -> Int32 {
    let new = Int32(nodes.count)
    let parent = nodes[Int(state)]
    nodes.append(PatternNode(byte: byte, depth: parent.depth + 1, nextSibling: parent.firstChild))
    nodes[Int(state)].firstChild = new
    if state == Self.root { starts[Int(byte)] = new }
    return new
  }

  /// Sets what depends on shorter states, in the order of their depth.
  private mutating func link() {
    var queue = [Self.root]
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      var child = nodes[Int(state)].firstChild
      while child != 0 {
        link(child, parent: state)
        queue.append(child)
        child = nodes[Int(child)].nextSibling
      }
    }
  }

  private mutating func link(_ state: Int32, parent: Int32) {
    var node = nodes[Int(state)]
    node.failure = parent == Self.root ? Self.root : failure(of: node, parent: parent)
    let shorter = nodes[Int(node.failure)]
    if node.matched == 0 { node.matched = shorter.matched }
    node.open = node.firstChild == 0 ? shorter.open : node.depth
    nodes[Int(state)] = node
  }

  private func failure(of node: PatternNode, parent: Int32) -> Int32 {
    var state = nodes[Int(parent)].failure
    while true {
      if let found = child(of: state, node.byte) { return found }
      if state == Self.root { return Self.root }
      state = nodes[Int(state)].failure
    }
  }
}
