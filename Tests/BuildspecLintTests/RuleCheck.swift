import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// What one rule says about a text.
enum RuleCheck {
  /// Findings of the rule with this code.
  static func findings(
    _ code: String, in text: String, _ context: LintContext = LintContext()
  ) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: SourceText(path: "buildspec.yml", text: text)), context)
      .filter { $0.rule.code == code }
  }

  /// Expects the rule to fire exactly at the marks, and gives its findings.
  @discardableResult
  static func expect(
    _ code: String, at marked: String, _ context: LintContext = LintContext(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] {
    let marks = MarkedText(marked)
    let found = findings(code, in: marks.text, context)
    #expect(found.map(\.range) == marks.ranges, sourceLocation: sourceLocation)
    return found
  }

  /// The text with the first fix of the rule applied.
  static func fixed(_ text: String, by code: String) -> String? {
    guard let fix = findings(code, in: text).compactMap(\.fix).first else { return nil }
    var bytes = Array(text.utf8)
    for edit in fix.edits.sorted(by: { $0.range > $1.range }) {
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A build phase with these lines under `commands`.
  static func commands(_ items: String) -> String {
    let lines = items.split(separator: "\n", omittingEmptySubsequences: false)
    return "version: 0.2\nphases:\n  build:\n    commands:\n"
      + lines.map { $0.isEmpty ? "" : "      \($0)" }.joined(separator: "\n") + "\n"
  }

  /// A file with these lines under `runtime-versions`.
  static func runtimes(_ entries: String) -> String {
    "version: 0.2\nphases:\n  install:\n    runtime-versions:\n"
      + entries.split(separator: "\n").map { "      \($0)\n" }.joined()
      + "  build:\n    commands:\n      - make\n"
  }

  /// A file with these lines after a build phase.
  static func withBuild(_ sections: String) -> String {
    "version: 0.2\nphases:\n  build:\n    commands:\n      - make\n\(sections)\n"
  }
}
