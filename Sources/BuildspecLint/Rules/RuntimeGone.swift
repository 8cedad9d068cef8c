import BuildspecModel
import Diagnostics

/// Versions that no maintained image offers.
enum RuntimeGone: Rule {
  static let info = RuleInfo(
    "BS213", "runtime-gone", .warning,
    summary: "No maintained image has this version of the runtime.",
    why: """
      Images that had the version get no updates any more. Older images reject a version they do \
      not have; newer ones try to install it, which takes long and may fail.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: 12
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
    source: "runtimes.yml of aws/aws-codebuild-docker-images at 1590e48, 9 April 2026.")

  static var subject: RuleSubject { .runtimes }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    // With the image known, `version-not-in-image` says more.
    if context.project?.runtimes != nil, file.keepsImage { return [] }
    return file.runtimes.compactMap { entry in
      guard let runtime = RuntimeTable.runtime(entry.runtime.value),
        !hasOwnRule(runtime, entry.version.value), !entry.version.value.isEmpty,
        !RuntimeSelector(entry.version.value).fits(runtime.current)
      else { return nil }
      return finding(
        "no maintained image has \(runtime.name) \(entry.version.value.shown)",
        at: entry.version.range, help: help(runtime, entry.version.value))
    }
  }

  private static func hasOwnRule(_ runtime: BuildRuntime, _ version: String) -> Bool {
    runtime.name == "docker" || (runtime.name == "java" && OldJavaName.meant(version) != nil)
  }

  private static func help(_ runtime: BuildRuntime, _ version: String) -> String {
    guard !runtime.current.isEmpty else { return "use an image of your own that has it" }
    let current = "they have \(runtime.current.joined(separator: ", "))"
    let older = RuntimeTable.images.first { $0.versions(of: runtime.name).contains(version) }
    return older.map { "\(current); \($0.image), an older image, has \(version)" } ?? current
  }
}
