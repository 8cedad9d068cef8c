import BuildspecModel
import Diagnostics

/// Names of parameters that cannot exist.
enum ParameterName: Rule {
  static let info = RuleInfo(
    "BS508", "parameter-name", .warning,
    summary: "A value under `parameter-store` is not a name that a parameter can have.",
    why: """
      Names in Parameter Store consist of letters, digits and `. - _ /`; a version or label may follow \
      a colon. A parameter that does not exist ends the build before its first command.
      """,
    bad: """
      version: 0.2
      env:
        parameter-store:
          TOKEN: /shop/my token
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        parameter-store:
          TOKEN: /shop/my-token
      phases:
        build:
          commands:
            - make
      """,
    source: "Systems Manager API reference, PutParameter, Name.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.env?.parameterStore ?? []).compactMap { entry in
      let name = entry.value.value
      guard !name.isPlaceholder, let bad = name.first(where: { !isGood($0) }) else { return nil }
      return finding(
        "no parameter has `\(bad)` in its name", at: entry.value.range,
        help: "the value is the name of a parameter: letters, digits and `.-_/`")
    }
  }

  private static func isGood(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-/:".contains(character))
  }
}
