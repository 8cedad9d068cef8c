import BuildspecModel
import Diagnostics

/// Names under `runtime-versions` that are no runtime.
enum UnknownRuntime: Rule {
  static let info = RuleInfo(
    "BS212", "unknown-runtime", .error,
    summary: "A name under `runtime-versions` is not a runtime.",
    why: """
      The build image looks runtimes up by name. A name that it does not have ends the build in \
      DOWNLOAD_SOURCE. Only a custom image can have names of its own.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            node: 22
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
    source: "Build log of the service; runtimes.yml of the images, April 2026.")

  static var subject: RuleSubject { .runtimes }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.runtimes.compactMap { entry in
      let name = entry.runtime.value
      guard RuntimeTable.runtime(name) == nil, !name.hasVariable else { return nil }
      let meant = meant(name)
      return finding(
        "`\(name.shown)` is not a runtime", at: entry.runtime.range,
        severity: meant == nil ? .warning : .error,
        help: meant.map { "did you mean `\($0)`?" } ?? "the runtimes are \(known.ticked)",
        codeBuildSays: """
          YAML_FILE_ERROR Message: Unknown runtime named '\(name.shown)'. This build image has \
          the following runtimes: dotnet, golang, java, nodejs, php, python, ruby
          """,
        fix: meant.map { .rename(entry.runtime.range, to: $0) })
    }
  }

  private static var known: [String] {
    RuntimeTable.runtimes.filter { !$0.current.isEmpty }.map(\.name)
  }

  private static func meant(_ name: String) -> String? {
    RuntimeTable.runtime(alias: name)?.name ?? Suggestion.nearest(to: name, in: known)
  }
}
