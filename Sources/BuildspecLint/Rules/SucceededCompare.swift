import BuildspecModel
import Diagnostics
import ShellSyntax

/// Comparisons of CODEBUILD_BUILD_SUCCEEDING with words.
enum SucceededCompare: ShellRule {
  static let info = RuleInfo(
    "BS421", "succeeded-compare", .warning,
    summary: "CODEBUILD_BUILD_SUCCEEDING is compared with a word.",
    why: """
      The variable is 1 while the build succeeds and 0 once it fails. It is never `true` or \
      `SUCCEEDED`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
        post_build:
          commands:
            - test "$CODEBUILD_BUILD_SUCCEEDING" = true && make publish
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
        post_build:
          commands:
            - test "$CODEBUILD_BUILD_SUCCEEDING" = 1 && make publish
      """,
    source: "Environment variables in build environments, user guide.")

  static let signs: [StaticString] = ["CODEBUILD_BUILD_SUCCEEDING"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("CODEBUILD_BUILD_SUCCEEDING") {
      for command in item.commands {
        guard command.name == "[" || command.name == "test", let word = comparedWord(command) else {
          continue
        }
        findings.append(
          finding(
            "the variable is 1 or 0, never `\(word.literal ?? "")`", at: item.range(of: word.range),
            help: "compare it with 1"))
      }
    }
    return findings
  }

  /// The word that the variable is compared with when it can never be equal.
  private static func comparedWord(_ command: ShellCommand) -> ShellWord? {
    let words = Array(command.arguments)
    guard
      let sign = words.firstIndex(where: { ["=", "==", "!=", "-eq", "-ne"].contains($0.literal) }),
      sign > 0, sign + 1 < words.count
    else { return nil }
    let sides = [words[sign - 1], words[sign + 1]]
    guard sides.contains(where: isVariable) else { return nil }
    return sides.first { side in
      guard let text = side.literal else { return false }
      return text != "0" && text != "1" && text != ""
    }
  }

  private static func isVariable(_ word: ShellWord) -> Bool {
    var isVariable = false
    word.forEachParameter { name, _, _, _ in
      if name == "CODEBUILD_BUILD_SUCCEEDING" { isVariable = true }
    }
    return isVariable
  }
}
