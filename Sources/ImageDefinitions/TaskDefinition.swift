package import Diagnostics
import JSONSyntax

/// What these checks need of an ECS task definition.
package struct TaskDefinition: Hashable, Sendable {
  /// Names of its containers, in the order of the file.
  package var containers: [String]
  /// Images of its containers, such as `<IMAGE1_NAME>`.
  package var images: [String]
  /// Place of the key `containerDefinitions`.
  private var range: SourceRange

  /// Reads a task definition, bare or as `describe-task-definition` prints it. `nil`, with the
  /// reason, when it has no containers that can be read.
  package static func read(
    _ source: SourceText
  ) -> (task: TaskDefinition?, findings: [Diagnostic]) {
    switch JSONDocument.read(source) {
    case .failure(let problem): return (nil, problem.findings)
    case .success(let document):
      let definition = document.root["taskDefinition"] ?? document.root
      guard
        let list = definition.members?.last(where: { $0.key == "containerDefinitions" }),
        let items = list.value.items, !items.isEmpty
      else { return (nil, document.findings + [withoutContainers(document.root)]) }
      let task = TaskDefinition(
        containers: items.compactMap { $0["name"]?.string },
        images: items.compactMap { $0["image"]?.string }, range: list.keyRange)
      return (task, document.findings)
    }
  }

  /// A blue/green deployment puts the image in the place of a name in angle brackets.
  package var withoutPlaceholder: [Diagnostic] {
    guard !images.contains(where: { $0.hasPrefix("<") && $0.hasSuffix(">") }) else { return [] }
    return [
      ImageFileRule.missingPlaceholder.finding(
        "no container has a placeholder for its image", at: range,
        help: "write `\"image\": \"<IMAGE1_NAME>\"` where the new image belongs")
    ]
  }

  private static func withoutContainers(_ root: JSONNode) -> Diagnostic {
    ImageFileRule.taskDefinition.finding(
      "this task definition has no `containerDefinitions`",
      at: SourceRange(start: root.range.start, end: root.range.start + 1),
      help: "use the file given to `register-task-definition`, or the output of "
        + "`describe-task-definition`")
  }
}
