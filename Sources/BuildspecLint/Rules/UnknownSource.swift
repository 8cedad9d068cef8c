import BuildspecModel
import Diagnostics
import ShellSyntax

/// Secondary sources that the project does not have.
enum UnknownSource: ShellRule {
  static let info = RuleInfo(
    "BS442", "unknown-source", .warning,
    summary: "A variable names a secondary source that the project does not have.",
    why: """
      CodeBuild sets CODEBUILD_SRC_DIR_<identifier> and the like for each secondary source. A name \
      with another identifier is empty, unless the build is started with more sources. Needs \
      `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - cp "$CODEBUILD_SRC_DIR_config/app.yml" .
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - cp "$CODEBUILD_SRC_DIR_settings/app.yml" .
      """,
    project: """
      {
        "source": {"type": "GITHUB"},
        "secondarySources": [{"type": "GITHUB", "sourceIdentifier": "settings"}]
      }
      """,
    source: "CodeBuild user guide, environment variables in build environments.")

  static let signs: [StaticString] = ["CODEBUILD_S"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    // The sources of a pipeline are its input artifacts, which the project does not list.
    guard let project = shell.project, let sources = project.secondarySources,
      let type = project.sourceType, type != "CODEPIPELINE"
    else { return [] }
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("CODEBUILD_S") {
      for command in item.commands {
        command.forEachWord { word in
          word.forEachParameter { name, _, range, _ in
            guard let identifier = identifier(name), !sources.contains(identifier) else { return }
            findings.append(
              finding(
                "\(project.shown) has no secondary source `\(identifier)`",
                at: item.range(of: range), help: help(identifier, sources)))
          }
        }
      }
    }
    return findings
  }

  private static func identifier(_ name: String) -> String? {
    guard let prefix = BuiltInVariableTable.perSource.first(where: { name.hasPrefix($0) }),
      name.utf8.count > prefix.utf8.count
    else { return nil }
    return String(name.dropFirst(prefix.count))
  }

  private static func help(_ identifier: String, _ sources: [String]) -> String {
    if let meant = Suggestion.nearest(to: identifier, in: sources) {
      return "did you mean `\(meant)`?"
    }
    return sources.isEmpty ? "it has no secondary sources" : "it has \(sources.ticked)"
  }
}
