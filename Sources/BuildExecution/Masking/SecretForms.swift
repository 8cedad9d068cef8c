/// The texts by which a secret may show up in the output of a build: as it is, encoded, escaped, and
/// line by line.
enum SecretForms {
  /// Shorter values are not looked for: they are in too many other words. In bytes.
  static let shortest = PatternSkip.shortest
  /// Shorter lines of a longer value are not looked for alone. In bytes.
  static let shortestLine = 8
  /// From here on only the usual ways to escape a value count, for each costs memory. In bytes.
  static let long = 1_000

  /// Whether a value is long enough to be masked.
  static func canMask(_ value: String) -> Bool { trimmed(value).count >= shortest }

  /// Empty when the value is too short.
  static func all(of value: String) -> Set<[UInt8]> {
    guard canMask(value) else { return [] }
    let whole = Array(value.utf8)
    // `$(…)` takes line ends away, and other tools blanks.
    let inner = trimmed(value)
    var forms = of(whole)
    if inner.count < whole.count { forms.formUnion(of(Array(inner))) }
    return forms.union(lines(of: whole))
  }

  private static func of(_ value: [UInt8]) -> Set<[UInt8]> {
    Set([value]).union(Base64Forms.all(of: value)).union(PercentForms.all(of: value))
      .union(JSONForms.all(of: value)).union(QuotedForms.all(of: value))
  }

  private static func lines(of value: [UInt8]) -> Set<[UInt8]> {
    let lines = value.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard lines.count > 1 else { return [] }
    return Set(
      lines.map { Array(trimmed($0)) }.filter {
        // The frame of a key is the same in all keys.
        $0.count >= shortestLine && !$0.starts(with: "-----".utf8)
      })
  }

  private static func trimmed(_ value: String) -> ArraySlice<UInt8> {
    trimmed(Array(value.utf8)[...])
  }

  private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    let value = value.drop(while: blanks.contains)
    return value.dropLast(value.reversed().prefix(while: blanks.contains).count)
  }
}
