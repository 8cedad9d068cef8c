import BuildspecModel
import Diagnostics

/// Images of a batch or of the project that AWS no longer maintains.
enum ImageRetired: Rule {
  static let info = RuleInfo(
    "BS222", "image-retired", .warning,
    summary: "A build of the batch, or the project, names an image that AWS no longer maintains.",
    why: """
      Such an image gets no security updates, is not kept ready on the build hosts, so that builds \
      start slower, and can be taken away. The image of the project is known with `--image` or \
      `--project`.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              image: aws/codebuild/standard:5.0
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            env:
              image: aws/codebuild/standard:7.0
      phases:
        build:
          commands:
            - make
      """,
    source: "README of aws/aws-codebuild-docker-images, April 2026; CodeBuild user guide, images.")

  /// One finding for each image, at the first build that names it: a batch names few images often.
  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    var seen: [String] = []
    let images = file.batchImages + projectImage(file, context.project)
    return images.compactMap { name in
      guard let image = ImageTable.image(name.value),
        image.state == .unmaintained || image.state == .retired, !seen.contains(name.value)
      else { return nil }
      seen.append(name.value)
      let others = ImageTable.maintained(image.platform)
      return finding(
        "AWS no longer maintains `\(name.value)`", at: name.range,
        help: others.isEmpty ? nil : "maintained are \(others.ticked)")
    }
  }

  /// The image of the project, which has no place in the file but its beginning.
  private static func projectImage(
    _ file: BuildspecFile, _ project: BuildProject?
  ) -> [Located<String>] {
    guard let image = project?.image, let root = file.mappingRoot else { return [] }
    return [Located(image, at: root.firstKey)]
  }
}
