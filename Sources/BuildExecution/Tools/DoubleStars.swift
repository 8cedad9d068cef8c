/// In the patterns of the service's programs, `**` stands for any characters, also those between names.
/// A `Glob` knows it only as a name of its own.
enum DoubleStars {
  /// Of patterns. What has more stars than anybody writes is taken as it is.
  private static let limit = 64

  /// Patterns that together match what this one does, with each `**` as a name of its own.
  static func spread(_ pattern: String) -> [String] {
    var patterns = [""]
    for name in pattern.split(separator: "/") {
      // Each pair of stars doubles the forms.
      let pairs = name == "**" ? 0 : name.ranges(of: "**").count
      let isTooMany = pairs >= 6 || patterns.count << pairs > limit
      let forms = isTooMany ? [String(name)] : forms(name)
      patterns = patterns.flatMap { start in
        forms.map { start.isEmpty ? $0 : "\(start)/\($0)" }
      }
    }
    return patterns
  }

  /// The stars within one name, or at the end of one and the beginning of another.
  private static func forms(_ name: Substring) -> [String] {
    guard name != "**", let stars = name.firstRange(of: "**") else { return [String(name)] }
    let rest = name[stars.upperBound...].drop { $0 == "*" }
    return forms(rest).flatMap { end in
      ["*", "*/**/*"].map { name[..<stars.lowerBound] + $0 + end }
    }
  }
}
