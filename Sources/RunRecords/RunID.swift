package import BuildExecution
import Reporting

/// Name of a run: the moment when it began, in UTC, and some digits by chance, such as
/// `20261122-225051-123-4f9a2c`. The order of names is that of time.
package struct RunID: Hashable, Comparable, CustomStringConvertible, Sendable {
  package let description: String

  private static let widths = [8, 6, 3, 6]
  /// Random bytes in the last part.
  package static let randomBytes = 3

  /// - Parameter random: six hexadecimal digits.
  init(time: Timestamp, random: String) {
    let digits = RunTime.iso(time).filter(\.isNumber)
    description = [
      digits.prefix(8), digits.dropFirst(8).prefix(6), digits.dropFirst(14).prefix(3), random[...],
    ].joined(separator: "-")
  }

  /// `nil` for what is no such name.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == Self.widths, parts.allSatisfy({ $0.allSatisfy(\.isHexDigit) })
    else { return nil }
    description = text
  }

  /// When the run began, to the millisecond.
  package var startedAt: Timestamp {
    let digits = Array(description.filter { $0 != "-" })
    func text(_ range: Range<Int>) -> String { String(digits[range]) }
    let iso =
      "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))T\(text(8..<10)):\(text(10..<12)):"
      + "\(text(12..<14)).\(text(14..<17))000Z"
    return RunTime.timestamp(iso: iso) ?? Timestamp(microseconds: 0)
  }

  /// Whether a user who writes `text` may mean this run: its begin, or the begin of its last part.
  package func matches(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return description.hasPrefix(text) || description.suffix(Self.widths[3]).hasPrefix(text)
  }

  package static func < (left: RunID, right: RunID) -> Bool { left.description < right.description }
}
