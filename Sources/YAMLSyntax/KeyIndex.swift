import Diagnostics

/// The keys met in one mapping; a list while short, a dictionary when long.
struct KeyIndex {
  private var list: [(key: String, range: SourceRange)] = []
  private var table: [String: SourceRange] = [:]
  private static let listLimit = 16

  /// Adds a key, or gives the place of an equal one that was there before.
  mutating func insert(_ key: String, at range: SourceRange) -> SourceRange? {
    if table.isEmpty {
      if let first = list.first(where: { $0.key == key }) { return first.range }
      if list.isEmpty { list.reserveCapacity(4) }
      list.append((key, range))
      if list.count > Self.listLimit {
        table = Dictionary(list.map { ($0.key, $0.range) }) { first, _ in first }
      }
      return nil
    }
    if let first = table[key] { return first }
    table[key] = range
    return nil
  }
}
