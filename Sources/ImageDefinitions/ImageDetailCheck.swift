import Diagnostics
import JSONSyntax

/// Checks the object of `imageDetail.json`.
enum ImageDetailCheck {
  /// The optional keys are those that a source action of ECR writes.
  private static let keys = KeyTable(
    required: ["ImageURI"],
    optional: [
      "ImageSizeInBytes", "ImageDigest", "Version", "ImagePushedAt", "RegistryId",
      "RepositoryName", "ImageTags",
    ],
    slips: ["image": "ImageURI", "uri": "ImageURI", "imageurl": "ImageURI"])

  static func findings(_ root: JSONNode, _ members: [JSONMember]) -> [Diagnostic] {
    keys.check(root, members)
      + (root["ImageURI"].map { ImageURICheck.findings($0, of: "ImageURI") } ?? [])
  }
}
