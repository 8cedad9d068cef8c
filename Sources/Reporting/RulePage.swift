package import BuildspecLint
import Diagnostics

/// All that is known of one rule.
package enum RulePage {
  /// For a terminal.
  package static func text(_ info: RuleInfo, style: Style) -> String {
    """
    \(style.bold("\(info.identity.code) \(info.identity.name)")) \
    (\(style.severity(info.severity, severity(of: info))))

    \(info.summary)

    \(info.why)
    \(project(info, style))\(otherFile(info, style))
    \(style.bold("Bad:"))

    \(indented(info.bad))

    \(style.bold("Good:"))

    \(indented(info.good))

    Source: \(info.source)

    """
  }

  /// For `docs/rules`.
  package static func markdown(_ info: RuleInfo) -> String {
    """
    # \(info.identity.code) \(info.identity.name)

    Severity: **\(severity(of: info))**

    \(info.summary)

    \(info.why)
    \(project(info))\(otherFile(info))
    ## Bad

    ```yaml
    \(info.bad)
    ```

    ## Good

    ```yaml
    \(info.good)
    ```

    ## Source

    \(info.source)

    """
  }

  package static func json(_ info: RuleInfo) -> String {
    value(info).text(indent: 2) + "\n"
  }

  static func value(_ info: RuleInfo) -> JSONValue {
    [
      "code": .string(info.identity.code),
      "name": .string(info.identity.name),
      "severity": .string(info.severity.rawValue),
      "isOptional": .bool(RuleCatalog.isOptional(info.identity)),
      "summary": .string(info.summary),
      "why": .string(info.why),
      "bad": .string(info.bad),
      "good": .string(info.good),
      "project": .optional(info.project),
      "otherFile": info.otherFile.map(value) ?? .null,
      "source": .string(info.source),
    ]
  }

  /// The project of the examples between two empty lines; one empty line without it.
  private static func project(_ info: RuleInfo, _ style: Style) -> String {
    info.project.map { "\n\(style.bold("Project:"))\n\n\(indented($0))\n" } ?? ""
  }

  private static func project(_ info: RuleInfo) -> String {
    info.project.map { "\n## Project\n\n```json\n\($0)\n```\n" } ?? ""
  }

  private static func value(_ file: ExampleFile) -> JSONValue {
    ["path": .string(file.path), "text": .string(file.text)]
  }

  private static func otherFile(_ info: RuleInfo, _ style: Style) -> String {
    info.otherFile.map { "\n\(style.bold("\($0.path):"))\n\n\(indented($0.text))\n" } ?? ""
  }

  private static func otherFile(_ info: RuleInfo) -> String {
    info.otherFile.map { "\n## `\($0.path)`\n\n```yaml\n\($0.text)\n```\n" } ?? ""
  }

  /// The severity unless somebody chooses another one; `off` for a rule that has to be asked for.
  static func level(of info: RuleInfo) -> String {
    RuleCatalog.isOptional(info.identity) ? "off" : info.severity.rawValue
  }

  private static func severity(of info: RuleInfo) -> String {
    RuleCatalog.isOptional(info.identity)
      ? "off; \(info.severity.rawValue) when it is selected" : info.severity.rawValue
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }
}
