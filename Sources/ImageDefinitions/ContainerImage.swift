/// Which image a container of the task definition gets.
package struct ContainerImage: Hashable, Sendable {
  /// `nil` for a blue/green deployment, which names no container.
  package var container: String?
  package var uri: String

  /// Reads `NAME=URI`, or a URI alone. A URI has no `=`.
  package init(argument: String) {
    if let equals = argument.firstIndex(of: "=") {
      container = String(argument[..<equals])
      uri = String(argument[argument.index(after: equals)...])
    } else {
      uri = argument
    }
  }

  package init(container: String?, uri: String) {
    self.container = container
    self.uri = uri
  }
}
