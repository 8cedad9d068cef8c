import BuildspecModel
import Diagnostics
import ShellSyntax

/// Commands of `finally` that may fail a phase that went well.
enum FinallyCanFail: ShellRule, OptionalRule {
  static let info = RuleInfo(
    "BS309", "finally-can-fail", .info,
    summary: "A command in `finally` fails the phase when it fails.",
    why: """
      A phase succeeds only when all its `commands` and all its `finally` commands do. Cleaning up \
      what is not there then fails a build whose tests have passed. One finding a phase; more \
      places are shown with it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
          finally:
            - docker rm --force database
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
          finally:
            - docker rm --force database || true
      """,
    source: "Buildspec reference, phases/*/finally.")

  static let signs: [StaticString] = ["finally"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    file.buildspec.phases.flatMap { phase in
      let commands = Set((phase.finally ?? []).map(\.range))
      let items = shell.items.filter {
        $0.phase == phase.name && commands.contains($0.command.range)
      }
      return finding(
        "when this fails, the phase fails", atAll: items.filter(mayFail).map(\.command.range),
        again: "and when this fails", help: "add `|| true` where the build should pass all the same"
      )
    }
  }

  private static func mayFail(_ item: ShellItem) -> Bool {
    let statements = item.script.statements
    let isStrict = item.commands.contains(where: ErrorExit.isErrorExit)
    // Without `set -e` the last status is that of the item.
    return isStrict
      ? !statements.allSatisfy(passes) : statements.last.map { !passes($0) } ?? false
  }

  /// Whether a statement succeeds whatever happens.
  private static func passes(_ statement: ShellStatement) -> Bool {
    if statement.isBackground { return true }
    guard let last = statement.rest.last else { return passes(statement.first) }
    // After `||` only the last one counts; all before `&&` count with it.
    return last.join == .or
      ? passes(last.pipeline) : statement.pipelines.allSatisfy(passes)
  }

  private static func passes(_ pipeline: ShellPipeline) -> Bool {
    guard !pipeline.isNegated, let last = pipeline.elements.last else { return false }
    switch last {
    case .simple(let command): return passes(command)
    case .compound(let compound):
      if case .function = compound.kind { return true }
      return compound.kind != .test && compound.kind != .arithmetic
        && compound.body.allSatisfy { isCondition($0) || passes($0) }
    }
  }

  /// Whether a statement is what an `if` or `while` asks, which fails nothing.
  private static func isCondition(_ statement: ShellStatement) -> Bool {
    statement.pipelines.allSatisfy { pipeline in
      switch pipeline.elements.last {
      case .simple(let command)?: command.name == "[" || command.name == "test"
      case .compound(let compound)?: compound.kind == .test || compound.kind == .arithmetic
      case nil: false
      }
    }
  }

  private static func passes(_ command: ShellCommand) -> Bool {
    switch command.name {
    case nil:
      // Assignments have the status of their last substitution.
      var hasSubstitution = false
      command.forEachWord { $0.forEachSubstitution { _ in hasSubstitution = true } }
      return command.words.isEmpty && !hasSubstitution
    case "true", ":", "echo", "printf", "export", "unset", "sleep", "set": return true
    case "exit": return command.hasArguments("0")
    default: return false
    }
  }
}
