import Diagnostics

/// Makes the identifiers of a matrix, for which AWS documents no scheme. A name is made of the values that
/// set the build apart, so it stays the same when a list grows at its end.
struct MatrixNames {
  /// Longer names end in a hash of what they were made of.
  static let lengthLimit = 80

  /// Places of the lists with more than one value, in the order in which names have them.
  private let parts: [Int]
  /// By list and value: the text as a name can have it.
  private let texts: [[String]]
  private let values: [[String]]
  private var taken: Set<String> = []
  /// The last number that was put behind each name.
  private var lastNumber: [String: Int] = [:]

  /// - Parameter axes: in the order of the file.
  init(_ axes: [MatrixAxis]) {
    let several = axes.indices.filter { axes[$0].values.count > 1 }
    parts = several.sorted { (Self.rank(axes[$0].key), $0) < (Self.rank(axes[$1].key), $1) }
    values = axes.map { $0.values.map(\.text) }
    texts = values.map { $0.map(Self.mended) }
  }

  /// The name of a combination: the index of the value of each list.
  mutating func next(_ choice: [Int]) -> String {
    let joined = parts.map { texts[$0][choice[$0]] }.joined(separator: "_")
    let isNamed = joined.utf8.contains { $0 != UInt8(ascii: "_") }
    return free(isNamed ? cut(joined, choice) : "build")
  }

  private static func rank(_ key: MatrixAxis.Key) -> Int {
    switch key {
    case .buildspec: 0
    case .image: 1
    case .computeType: 2
    case .variable: 3
    }
  }

  /// Letters and digits of ASCII stay; every other character becomes an underscore.
  private static func mended(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  private func cut(_ name: String, _ choice: [Int]) -> String {
    guard name.utf8.count > Self.lengthLimit else { return name }
    var hash = StableHash()
    for part in parts {
      hash.add(values[part][choice[part]].utf8)
      hash.add([0])
    }
    let end = "_" + hash.text.prefix(8)
    return name.prefix(Self.lengthLimit - end.count) + end
  }

  private mutating func free(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = lastNumber[name] ?? 1
    repeat { number += 1 } while !taken.insert("\(name)_\(number)").inserted
    lastNumber[name] = number
    return "\(name)_\(number)"
  }
}
