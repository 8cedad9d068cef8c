import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Items of `commands` with nothing in them.
enum CommandNull: Rule {
  static let info = RuleInfo(
    "BS204", "command-null", .warning,
    summary: "An item of `commands` is empty.",
    why: """
      An item without text, or with only a comment, is null and not an empty command. What \
      CodeBuild does with it is not documented.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            - # make install
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            # - make install
      """,
    source: "Buildspec reference, commands; 13 of 1,489 public buildspecs have such an item.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .command(.isNull, _) = problem.kind else { return nil }
      let dash = dash(before: problem.range, in: file.source)
      let range = dash.map { SourceRange(start: $0, end: $0 + 1) } ?? problem.range
      return finding(
        "this command is empty", at: range, help: "remove the item, or write its command",
        fix: dash.flatMap { isOnlyItem(problem.range, file) ? nil : fix($0, file.source) })
    }
  }

  /// Place of the `-` of an item in which nothing is written.
  private static func dash(before range: SourceRange, in source: SourceText) -> Int? {
    guard range.isEmpty, range.start > 0, source.bytes[range.start - 1] == UInt8(ascii: "-") else {
      return nil
    }
    return range.start - 1
  }

  private static func isOnlyItem(_ range: SourceRange, _ file: BuildspecFile) -> Bool {
    file.commandLists.contains { list in
      list.value.sequence?.count == 1 && list.value.sequence?.first?.range == range
    }
  }

  /// Takes the item out; a comment behind it stays.
  private static func fix(_ dash: Int, _ source: SourceText) -> Fix? {
    let number = source.lines.line(at: dash)
    let line = source.range(ofLine: number)
    guard source.bytes[line.start..<dash].allSatisfy({ $0 == 0x20 }) else { return nil }
    let title = "remove the empty item"
    if let comment = source.text(onLineAfter: dash + 1) {
      guard source.bytes[comment] == UInt8(ascii: "#") else { return nil }
      return .replace(SourceRange(start: dash, end: comment), with: "", title, .safe)
    }
    let end = number < source.lines.count ? source.lines.starts[number] : line.end
    return .replace(SourceRange(start: line.start, end: end), with: "", title, .safe)
  }
}
