import BuildspecModel
import Diagnostics

/// Runtimes that the image of the project does not have.
enum RuntimeNotInImage: Rule {
  static let info = RuleInfo(
    "BS224", "runtime-not-in-image", .error,
    summary: "The image of the project does not have this runtime.",
    why: """
      The image looks runtimes up by name, and a name that it does not have ends the build in \
      DOWNLOAD_SOURCE. Needs `--image` or `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            rust: 1.93
        build:
          commands:
            - cargo build
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            golang: 1.25
        build:
          commands:
            - go build ./...
      """,
    project: """
      {"environment": {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:7.0"}}
      """,
    source: """
      Build log of the service; runtimes.yml of aws/aws-codebuild-docker-images at 1590e48, \
      9 April 2026.
      """)

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let image = context.project?.curatedImage, let offer = context.project?.runtimes,
      file.keepsImage
    else { return [] }
    return file.runtimes.compactMap { entry in
      let name = entry.runtime.value
      // A name that no image has is `unknown-runtime`.
      guard RuntimeTable.runtime(name) != nil, offer.versions(of: name).isEmpty,
        !DockerRuntime.isGone(entry)
      else { return nil }
      let names = offer.runtimes.map(\.name).sorted()
      return finding(
        "`\(image.name)` does not have the runtime `\(name)`", at: entry.runtime.range,
        help: help(name, image, names),
        codeBuildSays: """
          YAML_FILE_ERROR Message: Unknown runtime named '\(name)'. This build image has the \
          following runtimes: \(names.joined(separator: ", "))
          """)
    }
  }

  private static func help(_ name: String, _ image: CuratedImage, _ names: [String]) -> String {
    if name == "docker" { return "remove the line: the image has Docker without it" }
    let other = RuntimeTable.images.first { other in
      let curated = ImageTable.image(other.image)
      return curated?.platform == image.platform && curated?.state == .maintained
        && !other.versions(of: name).isEmpty
    }
    let known = "it has \(names.joined(separator: ", "))"
    return other.map { "\(known); \($0.image) has \(name)" } ?? known
  }
}
