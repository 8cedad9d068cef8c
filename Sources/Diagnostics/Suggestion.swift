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
      let enough = min(limit, (best?.distance ?? .max) - 1)
      guard enough > 0, let distance = distance(plain, other, limit: enough) else { continue }
      best = (distance, candidate)
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

  /// Edit distance in which a swap of neighbours counts once (optimal string alignment); `nil` when it is
  /// larger than `limit`, so that only places near the diagonal are looked at.
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    let far = limit + 1
    guard !left.isEmpty, !right.isEmpty else {
      return max(left.count, right.count) < far ? max(left.count, right.count) : nil
    }
    var previous = (0...right.count).map { min($0, far) }
    var beforePrevious = previous
    var current = previous
    for i in 1...left.count {
      let (first, last) = (max(1, i - limit), min(right.count, i + limit))
      guard first <= last else { return nil }
      current[first - 1] = first == 1 ? min(i, far) : far
      var least = current[first - 1]
      for j in first...last {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        var value = min(previous[j - 1] + cost, current[j - 1] + 1)
        if j < i + limit { value = min(value, previous[j] + 1) }
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          value = min(value, beforePrevious[j - 2] + 1)
        }
        current[j] = value
        least = min(least, value)
      }
      guard least < far else { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count] < far ? previous[right.count] : nil
  }
}
