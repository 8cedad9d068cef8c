/// Finds the word that was probably meant.
package enum Suggestion {
  /// The candidate nearest to `word`: equal but for case and separators, or at most a third of its
  /// letters (and at most three) away by insertions, deletions, substitutions and swaps.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    let plain = normalized(word)
    guard !plain.isEmpty else { return nil }
    let limit = min(3, max(1, plain.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = normalized(candidate)
      if other == plain { return candidate }
      // The lengths differ by no more than the distance; a file may hold a word of megabytes.
      guard abs(other.count - plain.count) <= limit else { continue }
      let distance = distance(plain, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  private static func normalized(_ word: String) -> [UInt8] {
    word.utf8.compactMap { byte in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: " "): nil
      case 0x41...0x5A: byte + 0x20
      default: byte
      }
    }
  }

  /// Edit distance in which a swap of neighbours counts once (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforePrevious = [Int]()
    var previous = Array(0...right.count)
    for i in 1...left.count {
      var current = [i] + Array(repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], beforePrevious[j - 2] + 1)
        }
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
