/// The two files that tell a deployment which images to use.
package enum ImageFileKind: String, Sendable {
  /// An array of containers and their images, for ECS.
  case definitions = "imagedefinitions.json"
  /// An object with one image, for blue/green deployments of ECS.
  case detail = "imageDetail.json"

  /// The kind that a file of this name must be; `nil` when the name does not tell.
  package init?(path: String) {
    guard let name = path.split(separator: "/").last else { return nil }
    self.init(rawValue: String(name))
  }
}
