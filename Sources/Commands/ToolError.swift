/// The tool cannot do what was asked. Shown as one line; nothing else is printed.
package struct ToolError: Error, Equatable, CustomStringConvertible {
  package var status: ExitStatus
  /// What is wrong, where, and what to do; no final full stop.
  package var description: String

  package init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }

  package static func usage(_ description: String) -> ToolError {
    ToolError(.usage, description)
  }
}
