import BuildspecModel
import Diagnostics

/// A rule for keys that a section does not have. Keys that belong to another section are
/// `MisplacedKey`'s, phases at the top level `PhaseOutsidePhases`'.
protocol UnknownKeyRule: Rule {
  static func owns(_ section: SectionID) -> Bool
}

extension UnknownKeyRule {
  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.unknownKeys(in: owns).compactMap { key in
      guard MisplacedKey.home(of: key.name, in: key.section) == nil,
        key.section != .top || !PhaseOutsidePhases.isPhase(key.name)
      else { return nil }
      return finding(
        "`\(key.name)` is not a key of \(key.section.title)", at: key.range,
        help: help(key.name, key.section), fix: fix(key.name, key.section, key.range))
    }
  }

  private static func meant(_ name: String, _ section: SectionID) -> String? {
    Suggestion.nearest(to: name, in: SectionTable.keys(of: section).map(\.name))
  }

  static func help(_ name: String, _ section: SectionID) -> String {
    if let meant = meant(name, section) { return "did you mean `\(meant)`?" }
    let keys = SectionTable.keys(of: section).map { "`\($0.name)`" }.joined(separator: ", ")
    return "CodeBuild ignores it; the keys here are \(keys)"
  }

  static func fix(_ name: String, _ section: SectionID, _ range: SourceRange) -> Fix? {
    meant(name, section).map {
      Fix(
        title: "rename to `\($0)`", safety: .unsafe,
        edits: [TextEdit(range: range, replacement: $0)])
    }
  }
}
