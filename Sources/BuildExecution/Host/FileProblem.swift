package import SystemPackage

/// The file system refused something.
package struct FileProblem: Error, CustomStringConvertible, Sendable {
  /// What was tried, such as `cannot read`.
  package var action: String
  package var path: FilePath
  package var reason: String

  package init(_ action: String, _ path: FilePath, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  package var description: String { "\(action) \(path.string): \(reason)" }
}
