import Diagnostics
import ShellSyntax

/// Whether a script stops at its first failing command.
enum ErrorExit {
  /// Whether `set -e`, alone or with other letters, or `set -o errexit` stands before a statement.
  static func isSet(in script: ShellScript, before statement: ShellStatement) -> Bool {
    script.statements.prefix { $0.range.start < statement.range.start }.contains { earlier in
      earlier.pipelines.contains { pipeline in
        guard case .simple(let command) = pipeline.first else { return false }
        return isErrorExit(command)
      }
    }
  }

  static func isErrorExit(_ command: ShellCommand) -> Bool {
    guard command.name == "set" else { return false }
    let words = command.arguments.compactMap(\.literal)
    return words.contains { $0 == "errexit" || isLetters($0, with: "e") }
  }

  /// Whether a word such as `-euo` holds a letter.
  static func isLetters(_ word: String, with letter: Character) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.dropFirst().contains(letter)
  }
}
