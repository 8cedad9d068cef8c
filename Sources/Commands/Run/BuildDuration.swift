import ArgumentParser

/// A time span such as `90s`, `15m`, `1h30m` or `7d`.
struct BuildDuration: ExpressibleByArgument, Equatable {
  /// Positive.
  let seconds: Int

  init?(argument: String) {
    var total = 0
    var digits = ""
    for character in argument {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      let units: [Character: Int] = ["d": 86_400, "h": 3_600, "m": 60, "s": 1]
      guard let unit = units[character], let number = Int(digits), number < 1_000_000 else {
        return nil
      }
      total += number * unit
      digits = ""
    }
    guard digits.isEmpty, total > 0 else { return nil }
    seconds = total
  }
}
