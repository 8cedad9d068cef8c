import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Commands that YAML reads as a mapping because of `: `.
enum CommandIsMapping: Rule {
  static let info = RuleInfo(
    "BS202", "command-is-mapping", .error,
    summary: "A `: ` turns a command into a mapping.",
    why: """
      Outside of YAML's own quotes, a colon and a blank end a key. The quotes of the shell do not \
      count, because they do not start the item. CodeBuild rejects the file.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo "Image: $IMAGE"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - 'echo "Image: $IMAGE"'
      """,
    source: "Build logs of the service; reproduced with its message in many public threads.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .command(.isMapping, let index) = problem.kind else { return nil }
      let pair = pair(at: problem.range, in: file)
      let isStep = pair.map(isStep) ?? false
      return finding(
        message(pair), at: file.source.firstLine(of: problem.range),
        help: isStep
          ? "commands are plain texts: write the command without a key before it"
          : "put the whole command in single quotes",
        codeBuildSays: said(index, problem, file.source),
        fix: isStep ? nil : fix(problem.range, file.source))
    }
  }

  private static func message(_ pair: YAMLPair?) -> String {
    guard let pair, let key = pair.key.scalar else { return "this command is a mapping, not text" }
    guard let value = pair.value.scalar, !value.text.isEmpty else {
      return "YAML reads this command as a mapping with the key `\(key.text.shown)`"
    }
    return """
      YAML reads this command as a mapping: key `\(key.text.shown)`, value `\(value.text.shown)`
      """
  }

  private static func pair(at range: SourceRange, in file: BuildspecFile) -> YAMLPair? {
    for list in file.commandLists {
      for item in list.value.sequence ?? [] where item.range == range {
        return item.mapping?.first
      }
    }
    return nil
  }

  /// `run: make` and the like come from other services; quoting would not make a command of them.
  private static func isStep(_ pair: YAMLPair) -> Bool {
    guard let key = pair.key.scalar, !key.text.isEmpty else { return false }
    return key.text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  private static func said(_ index: Int, _ problem: SchemaProblem, _ source: SourceText) -> String {
    """
    YAML_FILE_ERROR Message: Expected Commands[\(index)] to be of string type: found subkeys \
    instead at line \(source.lines.line(at: problem.range.start)), value of the key tag on line \
    \(source.lines.line(at: problem.keyRange.start)) might be empty
    """
  }

  private static func fix(_ range: SourceRange, _ source: SourceText) -> Fix? {
    guard !range.isEmpty, source.isOnOneLine(range), source.isRestBlank(after: range.end),
      !"*&!".utf8.contains(source.bytes[range.start])
    else { return nil }
    return .quote(range, in: source, .safe)
  }
}
