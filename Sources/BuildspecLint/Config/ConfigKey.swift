/// The keys of a config file.
package enum ConfigKey: String, CaseIterable, Sendable {
  case select, ignore, severity
  case perFileIgnores = "per-file-ignores"
  case image, project, shellcheck

  /// One line for editors.
  package var summary: String {
    switch self {
    case .select: "The only rules that report; all when absent."
    case .ignore: "Rules that do not report."
    case .severity: "Severities of rules, or off. An optional rule runs when it is named here."
    case .perFileIgnores:
      "Rules that do not report in the files of a pattern: a path below this folder, or a name."
    case .image: "Image of the builds, such as aws/codebuild/standard:7.0."
    case .project: "File that tells of the project, relative to this one, or FILE#NAME."
    case .shellcheck: "Whether ShellCheck reads the commands too."
    }
  }
}
