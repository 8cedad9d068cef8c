package import BuildExecution

/// Moments and durations as text.
package enum RunTime {
  /// `2026/07/14 09:08:31.117086` in UTC, as in CodeBuild's log.
  static func log(_ time: Timestamp) -> String {
    text(time, dateSeparator: "/", middle: " ", end: nil)
  }

  /// `2026-07-14T09:08:31.117086Z`.
  package static func iso(_ time: Timestamp) -> String {
    text(time, dateSeparator: "-", middle: "T", end: "Z")
  }

  /// `2026-07-14T09:08:31Z`, for tables.
  package static func seconds(_ time: Timestamp) -> String { "\(iso(time).prefix(19))Z" }

  /// The moment that `iso` has written; `nil` for any other text.
  package static func timestamp(iso text: String) -> Timestamp? {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }
    guard digits.count == 20 else { return nil }
    var numbers: [Int64] = []
    var rest = digits[...]
    for width in [4, 2, 2, 2, 2, 2, 6] {
      numbers.append(rest.prefix(width).reduce(0) { $0 * 10 + Int64($1 - 0x30) })
      rest = rest.dropFirst(width)
    }
    let days = daysSince1970(numbers[0], numbers[1], numbers[2])
    let seconds = days * 86_400 + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]
    let time = Timestamp(microseconds: seconds * 1_000_000 + numbers[6])
    return iso(time) == text ? time : nil
  }

  /// The inverse of `date`, in years that begin in March.
  private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let months = month > 2 ? month - 3 : month + 9
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5
      + day - 1 - 719_468
  }

  /// `0.42 s`, `12.3 s` or `2 min 05 s`.
  package static func duration(_ microseconds: Int64) -> String {
    switch microseconds {
    case ..<9_995_000:
      let hundredths = (microseconds + 5_000) / 10_000
      return "\(hundredths / 100).\(padded(hundredths % 100, 2)) s"
    case ..<59_950_000:
      let tenths = (microseconds + 50_000) / 100_000
      return "\(tenths / 10).\(tenths % 10) s"
    default:
      let seconds = (microseconds + 500_000) / 1_000_000
      return "\(seconds / 60) min \(padded(seconds % 60, 2)) s"
    }
  }

  private static func text(
    _ time: Timestamp, dateSeparator: Unicode.Scalar, middle: Unicode.Scalar, end: Unicode.Scalar?
  ) -> String {
    let fraction = time.microseconds.modulo(1_000_000)
    // Not of the difference, which the earliest of all moments does not have.
    let seconds = time.microseconds / 1_000_000 - (time.microseconds % 1_000_000 < 0 ? 1 : 0)
    let second = seconds.modulo(86_400)
    let (year, month, day) = date(daysSince1970: (seconds - second) / 86_400)
    // Byte by byte, since each line of a log and of a record has one.
    return String(unsafeUninitializedCapacity: 27) { text in
      var count = 0
      func add(_ number: Int64, _ width: Int, _ separator: Unicode.Scalar?) {
        var rest = number
        for place in (count..<count + width).reversed() {
          text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        count += width
        guard let separator else { return }
        text[count] = UInt8(ascii: separator)
        count += 1
      }
      // A damaged record may tell of any year.
      add(min(max(year, 0), 9_999), 4, dateSeparator)
      add(month, 2, dateSeparator)
      add(day, 2, middle)
      add(second / 3_600, 2, ":")
      add(second / 60 % 60, 2, ":")
      add(second % 60, 2, ".")
      add(fraction, 6, end)
      return count
    }
  }

  /// Civil date of a day, by counting in cycles of 400 years that begin in March.
  private static func date(daysSince1970 days: Int64) -> (Int64, Int64, Int64) {
    let shifted = days + 719_468
    let day = shifted.modulo(146_097)
    let cycle = (shifted - day) / 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear: Int64 = month >= 10 ? 1 : 0
    return (
      year + cycle * 400 + isNextYear, month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int64 {
  fileprivate func modulo(_ divisor: Int64) -> Int64 {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
