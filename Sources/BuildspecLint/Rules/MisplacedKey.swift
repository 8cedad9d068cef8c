import BuildspecModel
import Diagnostics

/// Known keys in a section that does not have them.
enum MisplacedKey: Rule {
  static let info = RuleInfo(
    "BS117", "misplaced-key", .warning,
    summary: "A key stands in the wrong section.",
    why: "CodeBuild knows the key elsewhere and ignores it here.",
    bad: """
      version: 0.2
      env:
        compute-type: BUILD_GENERAL1_SMALL
        variables:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; amplify-cli pull \
      request 13110.
      """)

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.unknownKeys { $0 != .phases }.compactMap { key in
      guard let home = home(of: key.name, in: key.section) else { return nil }
      return finding(
        "`\(key.name)` has no effect in \(key.section.title)", at: key.range,
        help: "it belongs to \(home.title)\(remark(key.name))")
    }
  }

  /// The section that the key belongs to, when it is not the one it stands in.
  static func home(of name: String, in section: SectionID) -> SectionID? {
    if section == .phases { return nil }
    if section == .top, PhaseName(rawValue: name) != nil { return nil }
    return SectionTable.homes(of: name, besides: section).first
  }

  private static func remark(_ name: String) -> String {
    switch name {
    case "compute-type", "image", "privileged-mode", "type", "fleet":
      "; for a single build it is set in the project"
    default: ""
    }
  }
}
