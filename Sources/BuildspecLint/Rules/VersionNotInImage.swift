import BuildspecModel
import Diagnostics

/// Versions of runtimes that the image of the project does not have.
enum VersionNotInImage: Rule {
  static let info = RuleInfo(
    "BS225", "version-not-in-image", .warning,
    summary: "The image of the project does not have this version of the runtime.",
    why: """
      Older images reject a version that they do not have, which ends the build in DOWNLOAD_SOURCE \
      and is an error here. Current images try to install it, which takes long and may fail. Needs \
      `--image` or `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 20
        build:
          commands:
            - npm ci
      """,
    good: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 22
        build:
          commands:
            - npm ci
      """,
    project: """
      {"environment": {"type": "LINUX_CONTAINER", "image": "aws/codebuild/standard:8.0"}}
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
      let (name, version) = (entry.runtime.value, entry.version.value)
      let versions = offer.versions(of: name)
      guard !versions.isEmpty, !version.isEmpty, !RuntimeSelector(version).fits(versions),
        !(name == "java" && OldJavaName.meant(version) != nil), !DockerRuntime.isGone(entry)
      else { return nil }
      let isTried = offer.triesOthers && name != "docker"
      return finding(
        "`\(image.name)` does not have \(name) \(version.shown)", at: entry.version.range,
        severity: isTried ? .warning : .error, help: help(name, version, image, versions),
        codeBuildSays: isTried
          ? nil
          : """
          YAML_FILE_ERROR Message: Unknown runtime version named '\(version.shown)' of \(name). \
          This build image has the following versions: \(versions.joined(separator: ", "))
          """)
    }
  }

  private static func help(
    _ name: String, _ version: String, _ image: CuratedImage, _ versions: [String]
  ) -> String {
    let known = "it has \(versions.joined(separator: ", "))"
    let other = RuntimeTable.images.first { other in
      ImageTable.image(other.image)?.platform == image.platform
        && RuntimeSelector(version).fits(other.versions(of: name))
    }
    return other.map { "\(known); \($0.image) has \(version.shown)" } ?? known
  }
}
