package import Diagnostics

/// Pipelines joined by `&&` and `||`, up to `;`, `&` or the end of the line.
package struct ShellStatement: Hashable, Sendable {
  package enum Join: Hashable, Sendable { case and, or }

  package var first: ShellPipeline
  package var rest: [Link] = []
  /// Whether it ends with `&`.
  package var isBackground = false
  package var range: SourceRange

  package struct Link: Hashable, Sendable {
    package var join: Join
    package var pipeline: ShellPipeline
  }

  package var pipelines: [ShellPipeline] { [first] + rest.map(\.pipeline) }
  package var lastPipeline: ShellPipeline { rest.last?.pipeline ?? first }

  /// Calls `body` for each command of each pipeline.
  package func forEachElement(_ body: (ShellElement) -> Void) {
    first.forEachElement(body)
    for link in rest { link.pipeline.forEachElement(body) }
  }
}

/// Commands joined by `|`.
package struct ShellPipeline: Hashable, Sendable {
  package var isNegated = false
  /// Most pipelines are one command, and need no list.
  package var first: ShellElement
  package var rest: [ShellElement] = []

  package var elements: [ShellElement] { [first] + rest }
  package var last: ShellElement { rest.last ?? first }

  package func forEachElement(_ body: (ShellElement) -> Void) {
    body(first)
    rest.forEach(body)
  }

  /// Offset after the last command.
  var end: Int { rest.last?.range.end ?? first.range.end }
}

/// A command of a pipeline.
package enum ShellElement: Hashable, Sendable {
  case simple(ShellCommand)
  // It takes more room than the other, and is seldom.
  indirect case compound(ShellCompound)

  package var range: SourceRange {
    switch self {
    case .simple(let command): command.range
    case .compound(let compound): compound.range
    }
  }
}

/// A command that holds others.
package struct ShellCompound: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case conditional, loop, selection, group, subshell
    case function(name: String, isPOSIX: Bool)
    /// `[[ … ]]`.
    case test
    /// `((…))`.
    case arithmetic
  }

  package var kind: Kind
  /// What a `[[ … ]]` tests with its operators but for `&&`, `||` and parentheses; the word of a
  /// `case`, then its patterns.
  package var words: [ShellWord] = []
  /// All statements inside, those of conditions too.
  package var body: [ShellStatement]
  package var redirections: [ShellCommand.Redirection] = []
  package var range: SourceRange
}
