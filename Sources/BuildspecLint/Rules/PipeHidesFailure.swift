import BuildspecModel
import Diagnostics
import ShellSyntax

/// Pipelines whose first command may fail unseen.
enum PipeHidesFailure: ShellRule {
  static let info = RuleInfo(
    "BS406", "pipe-hides-failure", .info,
    summary: "A test, scan, build or deployment is piped into a command that always passes.",
    why: """
      The status of a pipeline is that of its last command. `tee`, `tail`, `head` and `cat` \
      pass whatever comes in, so the build goes on after a failed test.
      """,
    bad: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - npm test | tee test.log
      """,
    good: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - set -o pipefail; npm test | tee test.log
      """,
    source: "POSIX shell, pipelines; bash manual, pipefail; Hadolint DL4006 for Dockerfiles.")

  static let signs: [StaticString] = ["| tee", "|tee", "| tail", "| head", "| cat"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var places: [SourceRange] = []
    var fix: Fix?
    for item in shell.items
    where item.holds("tee", "tail", "head", "cat") && item.holds("|")
      && !item.holds("pipefail", "PIPESTATUS")
    {
      let hidden = hidden(in: item.script.statements)
      guard !hidden.isEmpty, let start = item.script.statements.first?.range.start else { continue }
      places += hidden.map { item.range(of: $0) }
      fix = fix ?? begin(at: item.range(of: SourceRange(at: start)).start)
    }
    return finding(
      "a failure of this command does not stop the build", atAll: places, again: "nor of this",
      help: shell.dialect == .bash
        ? "begin the command with `set -o pipefail`"
        : "set `shell: bash` under `env`, and begin the command with `set -o pipefail`",
      fix: shell.dialect == .bash ? fix : nil)
  }

  private static func begin(at place: Int) -> Fix {
    .replace(
      SourceRange(at: place), with: "set -o pipefail; ", "begin with `set -o pipefail`", .unsafe)
  }

  /// The commands whose failure is not seen. Those in conditions are meant so, hence no compounds.
  private static func hidden(in statements: [ShellStatement]) -> [SourceRange] {
    statements.flatMap { statement -> [SourceRange] in
      guard !statement.isBackground, statement.rest.allSatisfy({ $0.join == .and }) else {
        return []
      }
      return statement.pipelines.compactMap { pipeline in
        guard !pipeline.isNegated, pipeline.elements.count > 1,
          case .simple(let last)? = pipeline.elements.last,
          ["tee", "tail", "head", "cat"].contains(last.name),
          case .simple(let first)? = pipeline.elements.first, CommandPurpose(first) != nil
        else { return nil }
        return first.range
      }
    }
  }
}
