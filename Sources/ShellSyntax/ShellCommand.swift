package import Diagnostics

/// A simple command: assignments, words and redirections.
package struct ShellCommand: Hashable, Sendable {
  package struct Assignment: Hashable, Sendable {
    package var name: String
    /// `nil` for an array, `NAME=(…)`.
    package var value: ShellWord?
    package var range: SourceRange
  }

  package struct Redirection: Hashable, Sendable {
    /// The operator, such as `>`, `2>&1` without its target, or `<<-`.
    package var sign: String
    package var target: ShellWord
  }

  package var assignments: [Assignment] = []
  package var words: [ShellWord] = []
  package var redirections: [Redirection] = []
  package var range: SourceRange

  /// The name of the program when it is written out.
  package var name: String? { words.isEmpty ? nil : words[0].literal }

  /// The words after the name.
  package var arguments: ArraySlice<ShellWord> { words.dropFirst() }

  /// Calls `body` for each word, and then for each value of an assignment.
  package func forEachWord(_ body: (ShellWord) -> Void) {
    words.forEach(body)
    for assignment in assignments {
      if let value = assignment.value { body(value) }
    }
  }

  /// Whether the words after the name begin with these.
  package func hasArguments(_ wanted: String...) -> Bool {
    arguments.count >= wanted.count && zip(arguments, wanted).allSatisfy { $0.literal == $1 }
  }
}
