import BuildspecModel
import Diagnostics

/// Runtimes whose version changes with the image.
enum FloatingRuntime: OptionalRule {
  static let info = RuleInfo(
    "BS216", "floating-runtime", .info,
    summary: "The version of a runtime is `latest` or ends in `.x`.",
    why: """
      The build takes the newest version that the image has. It changes with the image, and the same \
      commit builds with another one.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          runtime-versions:
            nodejs: latest
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
    source: "Buildspec reference, runtime-versions.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.runtimes.compactMap { entry in
      switch RuntimeSelector(entry.version.value) {
      case .latest, .series:
        finding(
          "`\(entry.version.value.shown)` is another version from time to time",
          at: entry.version.range, help: "name the version")
      case .exact, .variable: nil
      }
    }
  }
}
