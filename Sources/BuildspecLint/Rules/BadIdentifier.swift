import BuildspecModel
import Diagnostics

/// Names of builds that cannot be part of an artifact's name.
enum BadIdentifier: Rule {
  static let info = RuleInfo(
    "BS703", "bad-identifier", .warning,
    summary: "The identifier of a build has other signs than letters, digits and underscores.",
    why: """
      The identifier becomes part of the names of artifacts, as in `<identifier>_<artifact>`, \
      where other signs are not allowed. Which ones an identifier may have is not documented; \
      hyphens are in use and only worth knowing.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux-arm
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux_arm
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, batch builds and CodePipeline; not stated for the key itself.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let builds = file.buildspec.batch?.builds ?? []
    return builds.compactMap { build in
      guard let identifier = build.identifier, !identifier.value.hasVariable,
        let bad = Identifier.firstBad(in: identifier.value)
      else { return nil }
      return finding(
        "the identifier `\(identifier.value.shown)` holds `\(bad)`", at: identifier.range,
        severity: Identifier.hasOnlyHyphens(identifier.value) ? .info : .warning,
        help: "use letters, digits and underscores", fix: fix(identifier, builds))
    }
  }

  /// Renames the build and every mention of it.
  private static func fix(_ identifier: Located<String>, _ builds: [BatchBuild]) -> Fix {
    let name = Identifier.mended(identifier.value)
    let mentions = builds.flatMap(\.dependsOn).filter { $0.value == identifier.value }
    return Fix(
      title: "rename to `\(name)`", safety: .unsafe,
      edits: ([identifier] + mentions).map { TextEdit(range: $0.range, replacement: name) })
  }
}
