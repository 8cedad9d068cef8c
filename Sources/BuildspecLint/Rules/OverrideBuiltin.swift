import BuildspecModel
import Diagnostics

/// Variables that CodeBuild sets too.
enum OverrideBuiltin: Rule {
  static let info = RuleInfo(
    "BS513", "override-builtin", .info,
    summary: "The file sets a variable that CodeBuild sets in every build.",
    why: """
      The value of the file replaces that of CodeBuild, which is allowed and may be meant: for \
      another region, or for a user with a home of its own.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          HOME: /tmp
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          CACHE_HOME: /tmp
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, environment variables in build environments.")

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.environmentEntries.compactMap { entry in
      let name = entry.name.value
      guard let builtIn = BuiltInVariableTable.variable(name), builtIn.presence == .always,
        BuiltInVariableTable.maySet(name)
      else { return nil }
      return finding(
        "`\(name)` replaces the value that CodeBuild sets", at: entry.name.range,
        help: "CodeBuild's: \(builtIn.summary)")
    }
  }
}
