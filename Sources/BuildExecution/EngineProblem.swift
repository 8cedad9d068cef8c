/// An engine cannot do its work. Shown as one line.
package struct EngineProblem: Error, CustomStringConvertible, Sendable {
  /// What is wrong and what to do; no final full stop.
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
