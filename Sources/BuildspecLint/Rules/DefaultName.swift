import BuildspecModel
import Diagnostics

/// Files that CodeBuild does not find by itself.
enum DefaultName: Rule {
  static let info = RuleInfo(
    "BS015", "default-name", .info,
    summary: "`buildspec.yaml` is not the name that CodeBuild looks for.",
    why: """
      Without a name in the project, CodeBuild reads `buildspec.yml` in the root of the source \
      and nothing else.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    examplePath: "buildspec.yaml",
    source: "Buildspec reference, file name and storage location.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    let path = file.source.path
    guard path.hasSuffix(info.examplePath),
      path == info.examplePath || path.hasSuffix("/" + info.examplePath),
      let root = file.mappingRoot, !isNamed(by: context.project, file)
    else { return [] }
    return [
      finding(
        "CodeBuild looks for `buildspec.yml`, not `buildspec.yaml`", at: root.firstKey,
        help: "rename the file, or name it in the project's source settings")
    ]
  }

  /// Whether the project names the file, or may: then its name is no mistake.
  private static func isNamed(by project: BuildProject?, _ file: BuildspecFile) -> Bool {
    guard let project, project.buildspec?.isEmpty == false else { return false }
    return BuildspecNotRead.reads(project, file)
  }
}
