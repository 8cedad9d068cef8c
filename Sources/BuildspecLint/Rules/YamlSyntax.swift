import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Text that is not YAML, for reasons that have no rule of their own.
enum YamlSyntax: Rule {
  static let info = RuleInfo(
    "BS001", "yaml-syntax", .error,
    summary: "The file is not YAML.",
    why: """
      CodeBuild cannot read the file and ends the build in DOWNLOAD_SOURCE, before the first \
      command.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo one
           - echo two
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - echo one
            - echo two
      """,
    source: "libyaml 0.2.5, whose messages CodeBuild prints; build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let (error, range) = file.syntaxError, let (message, help) = words(error.cause) else {
      return []
    }
    return [
      finding(
        message, at: range, related: neighbours(file), help: help,
        codeBuildSays: error.codeBuildMessage)
    ]
  }

  private static func neighbours(_ file: BuildspecFile) -> [RelatedLocation] {
    guard let start = file.document.problems.last?.related else { return [] }
    return [RelatedLocation(range: start, message: "the neighbours start in this column")]
  }

  private static func words(_ cause: YAMLSyntaxCause) -> (message: String, help: String)? {
    switch cause {
    case .unclosedQuote(let quote):
      (
        "this \(quote) is never closed",
        "close the quote, or quote the whole value with the other kind"
      )
    case .unclosedFlow(let bracket):
      (
        "this \(bracket) starts a YAML \(bracket == "[" ? "list" : "mapping") that does not end well",
        "close it, or put the whole value in single quotes if it is text"
      )
    case .colonInValue:
      (
        "a second `: ` in one line, where YAML allows one",
        "put the value in quotes, or start a new line for the second key"
      )
    case .strayText:
      (
        "this line is neither `key: value` nor `- item`",
        "add the missing `:`, or indent it so that it continues the line above"
      )
    case .misindented:
      (
        "this line does not line up with its neighbours",
        "keys of one mapping, and items of one list, start in the same column"
      )
    case .mergeConflict:
      ("a marker of an unfinished merge", "settle the conflict and remove the three marker lines")
    case .other: ("the file is not YAML from here on", "check quotes, brackets and indentation")
    case .tabIndentation, .reservedStart, .textAfterQuote, .unknownEscape, .misalignedBlock: nil
    }
  }
}
