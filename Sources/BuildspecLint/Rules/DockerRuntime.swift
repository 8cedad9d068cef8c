import BuildspecModel
import Diagnostics

/// The runtime `docker`, which current images do not have.
enum DockerRuntime: Rule {
  static let info = RuleInfo(
    "BS218", "docker-runtime", .warning,
    summary: "`runtime-versions` asks for a version of Docker that no maintained image has.",
    why: """
      Docker is part of the current images and no longer a runtime to select; on x86 images even \
      its name is unknown and ends the build.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            docker: 18
        build:
          commands:
            - docker build .
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - docker build .
      """,
    source: "Build log of the service; runtimes.yml of the images, April 2026.")

  static var subject: RuleSubject { .runtimes }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.runtimes.compactMap { entry in
      guard isGone(entry), !isOffered(entry, file, context.project) else { return nil }
      return finding(
        "no maintained image has docker \(entry.version.value.shown) to select",
        at: entry.runtime.range.union(entry.version.range),
        help: "remove the line: the images have Docker without it",
        codeBuildSays: """
          YAML_FILE_ERROR Message: Unknown runtime named 'docker'. This build image has the \
          following runtimes: dotnet, golang, java, nodejs, php, python, ruby
          """,
        fix: isAlone(entry, file) ? nil : fix(entry, file.source))
    }
  }

  /// Whether the entry is a version of Docker that no maintained image has.
  static func isGone(_ entry: RuntimeVersion) -> Bool {
    guard entry.runtime.value == "docker", let docker = RuntimeTable.runtime("docker") else {
      return false
    }
    return !entry.version.value.isEmpty
      && !RuntimeSelector(entry.version.value).fits(docker.current)
  }

  /// Whether the image of the project is an older one that has it.
  private static func isOffered(
    _ entry: RuntimeVersion, _ file: BuildspecFile, _ project: BuildProject?
  ) -> Bool {
    guard let offer = project?.runtimes, file.keepsImage else { return false }
    return RuntimeSelector(entry.version.value).fits(offer.versions(of: "docker"))
  }

  /// Whether nothing would be left of `runtime-versions`.
  private static func isAlone(_ entry: RuntimeVersion, _ file: BuildspecFile) -> Bool {
    file.buildspec.phases.contains { $0.runtimeVersions == [entry] }
  }

  private static func fix(_ entry: RuntimeVersion, _ source: SourceText) -> Fix? {
    let range = entry.runtime.range.union(entry.version.range)
    return source.wholeLine(of: range).map { .replace($0, with: "", "remove the line", .unsafe) }
  }
}
