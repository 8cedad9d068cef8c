import Diagnostics
import JSONSyntax

/// Checks the array of `imagedefinitions.json`.
struct ImageDefinitionsCheck {
  /// Where the containers must be found, if it is known.
  let task: TaskDefinition?

  private static let keys = KeyTable(
    required: ["name", "imageUri"],
    slips: [
      "image": "imageUri", "uri": "imageUri", "image_uri": "imageUri", "imageurl": "imageUri",
      "container": "name", "containername": "name", "container_name": "name",
    ])

  func findings(_ items: [JSONNode], _ root: JSONNode) -> [Diagnostic] {
    if items.isEmpty {
      return [
        ImageFileRule.emptyList.finding(
          "the array is empty, so there is nothing to deploy", at: root.range,
          help: "add one object for each container that gets a new image")
      ]
    }
    var places: [String: SourceRange] = [:]
    return items.flatMap { item -> [Diagnostic] in
      guard let members = item.members else {
        return [
          ImageFileRule.wrongShape.finding(
            "an entry is an object, but this is \(item.kind)", at: item.range,
            help: "write `{\"name\": …, \"imageUri\": …}`")
        ]
      }
      return Self.keys.check(item, members)
        + (item["name"].map { checkName($0, &places) } ?? [])
        + (item["imageUri"].map { ImageURICheck.findings($0, of: "imageUri") } ?? [])
    }
  }

  private func checkName(
    _ value: JSONNode, _ places: inout [String: SourceRange]
  ) -> [Diagnostic] {
    guard let name = value.string else {
      return [
        ImageFileRule.notText.finding(
          "`name` takes a string, but this is \(value.kind)", at: value.range)
      ]
    }
    guard ContainerName.isGood(name) else {
      return [
        ImageFileRule.badContainerName.finding(
          name.isEmpty ? "the name is empty" : "`\(name.prefix(80))` is no name of a container",
          at: value.range, help: ContainerName.rule)
      ]
    }
    if let place = places[name] {
      return [
        ImageFileRule.duplicateContainer.finding(
          "the container `\(name)` is there twice", at: value.range,
          related: [RelatedLocation(range: place, message: "first named here")],
          help: "keep one image for each container")
      ]
    }
    places[name] = value.range
    return unknown(name, value.range)
  }

  private func unknown(_ name: String, _ range: SourceRange) -> [Diagnostic] {
    guard let task, !task.containers.contains(name) else { return [] }
    let meant = Suggestion.nearest(to: name, in: task.containers)
    let known = task.containers.map { "`\($0)`" }.joined(separator: ", ")
    return [
      ImageFileRule.unknownContainer.finding(
        "the task definition has no container `\(name)`", at: range,
        help: meant.map { "did you mean `\($0)`?" } ?? "it has \(known)")
    ]
  }
}
