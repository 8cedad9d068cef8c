/// The order of versions: numbers inside them count as numbers, so 3.9 comes before 3.10.
enum RuntimeVersionOrder {
  static func isOlder(_ left: String, _ right: String) -> Bool {
    let (left, right) = (parts(left), parts(right))
    for (one, other) in zip(left, right) where one != other {
      switch (Int(one), Int(other)) {
      case (let one?, let other?): return one < other
      // A word, such as `dev`, stands for something before the release.
      case (nil, _?): return true
      case (_?, nil): return false
      case (nil, nil): return one < other
      }
    }
    return left.count < right.count
  }

  /// The newest version; `nil` of none.
  static func newest(_ versions: some Sequence<String>) -> String? {
    versions.max(by: isOlder)
  }

  /// Runs of digits, and what stands between them but for separators.
  private static func parts(_ version: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = version[...]
    while let first = rest.first {
      let isNumber = isDigit(first)
      let part = rest.prefix { isDigit($0) == isNumber && !isSeparator($0) }
      if part.isEmpty {
        rest.removeFirst()
      } else {
        parts.append(part)
        rest = rest.dropFirst(part.count)
      }
    }
    return parts
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isSeparator(_ character: Character) -> Bool { "._-+".contains(character) }
}
