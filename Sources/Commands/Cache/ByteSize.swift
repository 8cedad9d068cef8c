import ArgumentParser

/// A number of bytes such as `500MB`, `2GB` or `1GiB`.
struct ByteSize: ExpressibleByArgument, Equatable, CustomStringConvertible {
  let bytes: Int

  private static let units: [(name: String, bytes: Int)] = [
    ("kib", 1 << 10), ("mib", 1 << 20), ("gib", 1 << 30), ("tib", 1 << 40), ("kb", 1_000),
    ("mb", 1_000_000), ("gb", 1_000_000_000), ("tb", 1_000_000_000_000), ("b", 1), ("", 1),
  ]

  /// Of the output of one run.
  static let recordLimit = ByteSize(bytes: 64 << 20)

  private init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let name = argument.dropFirst(digits.count).lowercased()
    guard let number = Int(digits), let unit = Self.units.first(where: { $0.name == name }) else {
      return nil
    }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit.bytes)
    guard !overflow else { return nil }
    bytes = product
  }

  /// As it can be given again.
  var description: String {
    let unit = 1 << 20
    return bytes > 0 && bytes % unit == 0 ? "\(bytes / unit)MiB" : "\(bytes)B"
  }

  /// `0 B`, `12.4 MB`: three digits at most, as Docker counts.
  static func text(_ bytes: Int) -> String {
    let names = ["B", "kB", "MB", "GB", "TB"]
    var unit = 1
    var index = 0
    while bytes / unit >= 1_000, index < names.count - 1 {
      unit *= 1_000
      index += 1
    }
    if index == 0 || bytes / unit >= 100 { return "\((bytes + unit / 2) / unit) \(names[index])" }
    let tenths = (bytes + unit / 20) / (unit / 10)
    return "\(tenths / 10).\(tenths % 10) \(names[index])"
  }
}
