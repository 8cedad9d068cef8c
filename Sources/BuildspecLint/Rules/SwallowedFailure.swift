import BuildspecModel
import Diagnostics
import ShellSyntax

/// Failures that `|| true` throws away.
enum SwallowedFailure: ShellRule {
  static let info = RuleInfo(
    "BS420", "swallowed-failure", .info,
    summary: "The failure of a test, scan, build or deployment is thrown away.",
    why: """
      After `|| true` or `|| echo …` the command counts as passed, so the build is green \
      whatever the test or scan found. One finding a file; more places are shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - npm test || true
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm test
      """,
    source: "Buildspec reference, commands; POSIX shell, OR lists.")

  static let signs: [StaticString] = [
    "|| true", "||true", "|| :", "|| echo", "|| printf", "|| exit 0",
  ]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [SourceRange] = []
    var purpose: CommandPurpose?
    for item in shell.items
    where item.holds(signs) {
      visit(item.script.statements) { lost, range in
        purpose = purpose ?? lost
        places.append(item.range(of: range))
      }
    }
    guard let purpose else { return [] }
    return finding(
      "a failure of this \(purpose.noun) is thrown away", atAll: places, again: "and of this",
      help: "let it fail, or say in a comment why it may")
  }

  private static func visit(
    _ statements: [ShellStatement], _ body: (CommandPurpose, SourceRange) -> Void
  ) {
    for statement in statements {
      if let purpose = lost(statement) { body(purpose, statement.range) }
      statement.forEachElement { element in
        if case .compound(let compound) = element { visit(compound.body, body) }
      }
    }
  }

  /// What the command before a last `|| true` is for.
  private static func lost(_ statement: ShellStatement) -> CommandPurpose? {
    guard let last = statement.rest.last, last.join == .or, last.pipeline.elements.count == 1,
      case .simple(let swallow)? = last.pipeline.elements.first, alwaysPasses(swallow)
    else { return nil }
    for pipeline in statement.pipelines.dropLast() {
      // A test of the shell before it makes the whole a condition.
      guard !pipeline.isNegated, case .simple(let command)? = pipeline.elements.last else {
        return nil
      }
      if let purpose = CommandPurpose(command) { return purpose }
      if command.name == "[" || command.name == "test" { return nil }
    }
    return nil
  }

  private static func alwaysPasses(_ command: ShellCommand) -> Bool {
    switch command.name {
    case "true", ":", "echo", "printf": true
    case "exit": command.hasArguments("0")
    default: false
    }
  }
}

extension CommandPurpose {
  /// What a command of this kind is called.
  fileprivate var noun: String { self == .deploy ? "deployment" : rawValue }
}
