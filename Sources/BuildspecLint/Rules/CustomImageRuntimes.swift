import BuildspecModel
import Diagnostics

/// `runtime-versions` in an image that is not of AWS.
enum CustomImageRuntimes: Rule {
  static let info = RuleInfo(
    "BS227", "custom-image-runtimes", .info,
    summary: "`runtime-versions` is used, but the image of the project is not one of AWS.",
    why: """
      Only images that carry the list of runtimes of the AWS images can select one. Others skip \
      `runtime-versions` with a line in the log, and the build goes on with what they have. Needs \
      `--image` or `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 22
        build:
          commands:
            - npm ci
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm ci
      """,
    project: """
      {"environment": {"type": "LINUX_CONTAINER", "image": "docker.io/library/node:22"}}
      """,
    source: "Buildspec reference, phases/install/runtime-versions.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let image = context.project?.image, !image.hasPrefix(ImageTable.prefix),
      let first = file.runtimes.first, file.keepsImage
    else { return [] }
    return [
      finding(
        "`\(image.shown)` may not know `runtime-versions`",
        at: first.runtime.range.union(first.version.range),
        help: "remove `runtime-versions` unless the image was made from one of AWS",
        codeBuildSays: "Skipping install of runtimes. Runtime version selection is not supported "
          + "by this build image")
    ]
  }
}
