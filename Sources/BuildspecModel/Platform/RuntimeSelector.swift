/// How a version is written in `runtime-versions`.
///
/// Source: buildspec reference, phases/install/runtime-versions, read in November 2026.
package enum RuntimeSelector: Hashable, Sendable {
  /// `latest`: the newest version of the image.
  case latest
  /// `3.x`: the newest version that starts with these parts.
  case series(String)
  /// `$NAME`, read from the environment of the build.
  case variable
  /// A version as it stands, such as `3.12` or `corretto21`.
  case exact(String)

  package init(_ text: String) {
    if text.utf8.contains(UInt8(ascii: "$")) {
      self = .variable
    } else if text == "latest" {
      self = .latest
    } else if text.hasSuffix(".x") {
      self = .series(String(text.dropLast(2)))
    } else {
      self = .exact(text)
    }
  }

  /// Whether one of `versions` may be meant: parts are compared as far as both have them, so that
  /// `3.12.4` and `3` both fit `3.12`, but `3.1` does not.
  package func fits(_ versions: [String]) -> Bool {
    switch self {
    case .latest, .variable: true
    case .series(let text), .exact(let text): versions.contains { Self.agree(text, $0) }
    }
  }

  private static func agree(_ left: String, _ right: String) -> Bool {
    let dot = UInt8(ascii: ".")
    var left = left.utf8.makeIterator()
    var right = right.utf8.makeIterator()
    while true {
      let (one, other) = (left.next(), right.next())
      if one == nil { return other == nil || other == dot }
      if other == nil { return one == dot }
      if one != other { return false }
    }
  }
}
