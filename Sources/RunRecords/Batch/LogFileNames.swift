import Diagnostics

/// Names of files for builds, whose identifiers may hold anything. They are safe in a folder, and differ
/// also where case does not count.
enum LogFileNames {
  /// Characters of an identifier that are kept; the rest of a longer one becomes a hash.
  private static let limit = 80

  /// - Returns: a name without suffix for each, which is the identifier itself where it can be.
  static func make(_ identifiers: [String]) -> [String] {
    var names = [String?](repeating: nil, count: identifiers.count)
    var taken: Set<String> = []
    for (index, identifier) in identifiers.enumerated() where safe(identifier) == identifier {
      if taken.insert(identifier.lowercased()).inserted { names[index] = identifier }
    }
    return identifiers.enumerated().map { index, identifier in
      names[index] ?? free(safe(identifier), &taken)
    }
  }

  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }

  private static func safe(_ identifier: String) -> String {
    var name = identifier.unicodeScalars.map { isSafe($0) ? Character($0) : "_" }
    // A dot in front hides a file, or makes it the folder above.
    if name.first == "." { name[0] = "_" }
    if name.isEmpty { return "build" }
    guard name.count > limit else { return String(name) }
    var hash = StableHash()
    hash.add(identifier.utf8)
    return String(name.prefix(limit)) + "_" + hash.text
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
    default: false
    }
  }
}
