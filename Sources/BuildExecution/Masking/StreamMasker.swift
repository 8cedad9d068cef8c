/// Masks a stream that comes in pieces cut anywhere. Each stretch that is covered by secrets, also by
/// several that overlap, becomes one `***`; all else goes on at once. Only what may be the begin of a
/// secret is held back.
struct StreamMasker {
  private let mask: SecretMask
  private var state = PatternAutomaton.root
  /// What is not handed on yet. Places count from its first byte.
  private var held: [UInt8] = []
  /// End of the stretch at the begin of `held` for which `***` was handed on already.
  private var replaced = 0
  /// Found stretches that may yet become a part of longer ones; sorted, not overlapping.
  private var spans: [Range<Int>] = []

  init(_ mask: SecretMask) {
    self.mask = mask
  }

  /// Hands on what is decided, in one call at most.
  mutating func feed(_ chunk: ArraySlice<UInt8>, output: (ArraySlice<UInt8>) -> Void) {
    guard !chunk.isEmpty else { return }
    chunk.withUnsafeBytes { scan($0) }
    let open = Int(mask.automaton.nodes[Int(state)].open)
    handOn(chunk, upTo: held.count + chunk.count - open, output: output)
  }

  /// Hands on what was held back, when nothing will follow that belongs to it.
  mutating func finish(output: (ArraySlice<UInt8>) -> Void) {
    state = PatternAutomaton.root
    handOn([], upTo: held.count, output: output)
  }

  // MARK: Search

  private mutating func scan(_ bytes: UnsafeRawBufferPointer) {
    let (automaton, skip, before) = (mask.automaton, mask.skip, held.count)
    var state = state
    automaton.nodes.withUnsafeBufferPointer { nodes in
      automaton.starts.withUnsafeBufferPointer { starts in
        var place = 0
        // Where the window may be set down next; what was read before this chunk cannot be skipped.
        var free = 0
        while place < bytes.count {
          let depth = Int(nodes[Int(state)].depth)
          if depth < PatternSkip.shortest, place - depth >= free {
            place = skip.next(in: bytes, from: place - depth)
            state = PatternAutomaton.root
            free = place + 1
          }
          state = Self.next(state, bytes[place], nodes, starts)
          place += 1
          let matched = Int(nodes[Int(state)].matched)
          if matched > 0 { add(before + place - matched..<before + place) }
        }
      }
    }
    self.state = state
  }

  private static func next(
    _ state: Int32, _ byte: UInt8, _ nodes: UnsafeBufferPointer<PatternNode>,
    _ starts: UnsafeBufferPointer<Int32>
  ) -> Int32 {
    var state = state
    while state != PatternAutomaton.root {
      var child = nodes[Int(state)].firstChild
      while child != 0 {
        if nodes[Int(child)].byte == byte { return child }
        child = nodes[Int(child)].nextSibling
      }
      state = nodes[Int(state)].failure
    }
    return starts[Int(byte)]
  }

  /// Joins a stretch with those that it overlaps; none ends after it.
  private mutating func add(_ span: Range<Int>) {
    var start = span.lowerBound
    while let last = spans.last, last.upperBound > start {
      start = min(start, last.lowerBound)
      spans.removeLast()
    }
    spans.append(start..<span.upperBound)
  }

  // MARK: Output

  /// Hands on all before `end`: no stretch that is not known yet begins there.
  private mutating func handOn(
    _ chunk: ArraySlice<UInt8>, upTo end: Int, output: (ArraySlice<UInt8>) -> Void
  ) {
    if held.isEmpty, spans.isEmpty {
      let decided = chunk.prefix(end)
      if !decided.isEmpty { output(decided) }
      held = Array(chunk.dropFirst(end))
      return
    }
    var result: [UInt8] = []
    var done = replaced
    var count = 0
    for span in spans {
      guard span.lowerBound <= end else { break }
      count += 1
      if span.lowerBound >= done {
        append(done..<span.lowerBound, of: chunk, to: &result)
        result += SecretMask.replacement.utf8
      }
      done = max(done, span.upperBound)
    }
    if done < end { append(done..<end, of: chunk, to: &result) }
    replaced = max(0, done - end)
    spans = spans.dropFirst(count).map { $0.lowerBound - end..<$0.upperBound - end }
    keep(chunk, from: end)
    if !result.isEmpty { output(result[...]) }
  }

  /// Adds bytes by their places in what is held, with the chunk behind it.
  private func append(_ range: Range<Int>, of chunk: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let fromHeld = range.clamped(to: 0..<held.count)
    result += held[fromHeld]
    let start = max(range.lowerBound - held.count, 0)
    let end = max(range.upperBound - held.count, 0)
    result += chunk[chunk.startIndex + start..<chunk.startIndex + end]
  }

  private mutating func keep(_ chunk: ArraySlice<UInt8>, from end: Int) {
    if end < held.count {
      held.removeFirst(end)
      held += chunk
    } else {
      held = Array(chunk.dropFirst(end - held.count))
    }
  }
}
