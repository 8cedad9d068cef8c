/// A record cannot be found or read. Shown as one line.
package struct RecordProblem: Error, CustomStringConvertible, Sendable {
  /// What is wrong and where; no final full stop.
  package let description: String
  /// Whether the user has named what is not there.
  package let isUsage: Bool

  init(_ description: String, isUsage: Bool = false) {
    self.description = description
    self.isUsage = isUsage
  }
}
