import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Values that start with a character YAML keeps for itself.
enum ReservedStart: Rule {
  static let info = RuleInfo(
    "BS019", "reserved-start", .error,
    summary: """
      A value starts with a character that means something to YAML.
      """,
    why: """
      A plain value cannot start with one of * & ! % @ ` [ { | >. Shell tests such as [ -f x ] \
      need quotes around the whole command.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - [ -f pom.xml ] && mvn verify
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - '[ -f pom.xml ] && mvn verify'
      """,
    source: "libyaml 0.2.5, whose messages CodeBuild prints; build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let (error, range) = file.syntaxError, case .reservedStart(let first) = error.cause,
      !GlobUnquoted.ownsSyntaxError(of: file)
    else { return [] }
    return [
      finding(
        "a plain value cannot start with `\(first)`: \(meaning(first))", at: range,
        help: "put the whole value in single quotes",
        codeBuildSays: error.codeBuildMessage,
        fix: Fix(
          title: "put the whole value in single quotes", safety: isShell(first) ? .safe : .unsafe,
          edits: [SingleQuoted.edit(range, in: file.source)]))
    ]
  }

  /// Whether commands of a shell start so; the others were rather meant for YAML.
  private static func isShell(_ first: Character) -> Bool {
    !"|>&%".contains(first)
  }

  private static func meaning(_ first: Character) -> String {
    switch first {
    case "*": "it starts an alias"
    case "&": "it starts an anchor"
    case "!": "it starts a tag"
    case "[": "it starts a list"
    case "{": "it starts a mapping"
    case "|", ">": "it starts a block"
    case "%": "it starts a directive"
    default: "YAML reserves it"
    }
  }
}
