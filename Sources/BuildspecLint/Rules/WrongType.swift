import BuildspecModel
import Diagnostics

/// Values of another kind than their key takes.
enum WrongType: Rule {
  static let info = RuleInfo(
    "BS201", "wrong-type", .error,
    summary: "A value has another kind than its key takes.",
    why: """
      A list where a mapping belongs, or a mapping where a text belongs, leaves CodeBuild without \
      the value: the section is lost, or the build ends in DOWNLOAD_SOURCE.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference and batch buildspec reference, the syntax of each key.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard let message = message(problem) else { return nil }
      return finding(message, at: file.source.firstLine(of: problem.range), help: help(problem))
    }
  }

  private static func message(_ problem: SchemaProblem) -> String? {
    switch problem.kind {
    case .wrongType(let key, let expected, let found):
      // A list under `static` has a rule of its own.
      if found == .list, ListInStatic.covers(problem.section) { return nil }
      return "`\(key.shown)` takes \(expected.title), but this is a \(found.rawValue)"
    case .itemNotText(let key, let found):
      return "an item of `\(key)` must be text, but this is a \(found.rawValue)"
    case .notInteger(let key, let text) where key != "parallelism":
      return "`\(key)` takes a whole number, not `\(text.shown)`"
    default: return nil
    }
  }

  private static func help(_ problem: SchemaProblem) -> String? {
    switch problem.kind {
    case .wrongType(_, .section(.phase), let found):
      found == .list ? "put the list under `commands:`" : "put the command under `commands:`"
    case .wrongType(_, .section(.artifacts), .list),
      .wrongType(_, .section(.secondaryArtifact), .list), .wrongType(_, .section(.report), .list):
      "put the list under `files:`"
    case .wrongType(_, .section(.cache), .list): "put the list under `paths:`"
    case .wrongType(_, .textMap, .list): "write `NAME: value` on lines without `-`"
    case .wrongType(_, .commands, .mapping):
      "write each command as an item: `- command`, in single quotes when it holds `: `"
    case .itemNotText(_, .mapping): "put the whole item in single quotes"
    default: nil
    }
  }
}
