import BuildspecModel
import Diagnostics
import ShellSyntax

/// Exported variables that nothing sets.
enum ExportNeverSet: ShellRule {
  static let info = RuleInfo(
    "BS509", "export-never-set", .warning,
    summary: "An exported variable is set nowhere in the file.",
    why: """
      The later actions of the pipeline get no value, unless the project or a script that is \
      sourced sets the variable.
      """,
    bad: """
      version: 0.2
      env:
        exported-variables:
          - IMAGE_TAG
      phases:
        build:
          commands:
            - TAG=1
      """,
    good: """
      version: 0.2
      env:
        exported-variables:
          - IMAGE_TAG
      phases:
        build:
          commands:
            - IMAGE_TAG=1
      """,
    source: "Buildspec reference, exported-variables.")

  static let signs: [StaticString] = ["exported-variables"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard let env = file.buildspec.env, !env.exportedVariables.isEmpty else { return [] }
    let entries = env.variables + env.parameterStore + env.secretsManager
    return env.exportedVariables.compactMap { exported in
      let name = exported.value
      guard ShellName.isValid(name), !entries.contains(where: { $0.name.value == name }),
        !BuiltInVariableTable.isDocumented(name), !name.hasPrefix("AWS_"),
        shell.project?.variables?.contains(where: { $0.name == name }) != true,
        !shell.items.contains(where: { $0.command.text.holds(name) || sources($0) })
      else { return nil }
      return finding(
        "nothing in this file sets `\(name)`", at: exported.range,
        help: "set it in a command, or take it off the list")
    }
  }

  /// Whether the script reads another file, which may set anything.
  private static func sources(_ item: ShellItem) -> Bool {
    item.commands.contains { $0.name == "." || $0.name == "source" || $0.name == "eval" }
  }
}
