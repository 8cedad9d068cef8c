/// What `imagedefinitions write` writes.
package struct ImageFileDocument: Hashable, Sendable {
  package let kind: ImageFileKind
  /// The whole file.
  package let text: String
  /// What is right but may surprise, one line each.
  package let notices: [String]

  /// Bytes that CodePipeline reads of `imagedefinitions.json`.
  package static let sizeLimit = 100 * 1_024

  /// Checks the images and writes them down.
  package init(
    _ images: [ContainerImage], kind: ImageFileKind
  ) throws(ImageFileProblem) {
    self.kind = kind
    notices = try Self.check(images, kind)
    switch kind {
    case .definitions: text = Self.definitions(images)
    case .detail: text = images.first.map { "{\"ImageURI\": \"\($0.uri)\"}\n" } ?? ""
    }
    guard text.utf8.count <= Self.sizeLimit else {
      throw ImageFileProblem("\(images.count) images make a file of more than 100 KB")
    }
  }

  /// Names and URIs that passed the check hold nothing that JSON would have to escape.
  private static func definitions(_ images: [ContainerImage]) -> String {
    let entries = images.map { image in
      "  {\"name\": \"\(image.container ?? "")\", \"imageUri\": \"\(image.uri)\"}"
    }
    return "[\n\(entries.joined(separator: ",\n"))\n]\n"
  }

  private static func check(
    _ images: [ContainerImage], _ kind: ImageFileKind
  ) throws(ImageFileProblem) -> [String] {
    guard !images.isEmpty else { throw ImageFileProblem("no image is named") }
    if kind == .detail, images.count != 1 {
      throw ImageFileProblem("imageDetail.json names one image, not \(images.count)")
    }
    var seen: Set<String> = []
    var notices: [String] = []
    for image in images {
      try checkName(image, kind)
      if let name = image.container, !seen.insert(name).inserted {
        throw ImageFileProblem("the container `\(name)` is named twice")
      }
      if let notice = try checkURI(image.uri) { notices.append(notice) }
    }
    return notices
  }

  private static func checkName(
    _ image: ContainerImage, _ kind: ImageFileKind
  ) throws(ImageFileProblem) {
    guard let name = image.container else {
      if kind == .detail { return }
      throw ImageFileProblem("`\(image.uri)` has no container: write NAME=URI")
    }
    guard ContainerName.isGood(name) else {
      throw ImageFileProblem("`\(name)` is no name of a container: \(ContainerName.rule)")
    }
  }

  private static func checkURI(_ uri: String) throws(ImageFileProblem) -> String? {
    let reference: ImageReference
    do { reference = try ImageReference(uri) } catch {
      let help = error.help.map { ": \($0)" } ?? ""
      throw ImageFileProblem("the image `\(uri)` \(error.words)\(help)")
    }
    guard reference.digest == nil else { return nil }
    switch reference.tag {
    case nil: return "`\(uri)` has no tag and means `latest`, which may be another image later"
    case "latest": return "`\(uri)` may be another image when it is deployed again"
    default: return nil
    }
  }
}
