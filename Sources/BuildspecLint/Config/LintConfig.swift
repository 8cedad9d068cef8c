package import Diagnostics

/// What a config file says.
package struct LintConfig: Sendable {
  /// Rules that are off in the files that a pattern names.
  package struct FileIgnores: Sendable {
    package var pattern: String
    package var rules: [RuleSelector]
  }

  package var choice = RuleChoice()
  package var fileIgnores: [FileIgnores] = []
  /// Image of the builds.
  package var image: String?
  /// File that tells of the project, with `#` and a name where it holds several; relative to the
  /// folder of the config file.
  package var project: String?

  /// `nil` when it is not said.
  package var shellCheck: ShellCheckMode?

  package init() {}

  /// Its name, which is looked for in the folder of a buildspec and above.
  package static let fileName = ".buildspecrc.yml"

  /// Reads a config file; what is wrong with it is among the findings.
  package static func read(_ source: SourceText) -> (config: LintConfig, findings: [Diagnostic]) {
    var reader = ConfigReader(source)
    reader.read()
    return (reader.config, reader.findings.sorted())
  }
}
