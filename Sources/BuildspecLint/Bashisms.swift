import Diagnostics
import ShellSyntax

/// Finds what bash has and POSIX does not.
enum Bashisms {
  static func find(in script: ShellScript) -> [(what: String, range: SourceRange)] {
    var places: [(what: String, range: SourceRange)] = []
    for statement in script.statements {
      statement.forEachElement { visit($0, &places) }
    }
    return places
  }

  private static func visit(
    _ element: ShellElement, _ places: inout [(what: String, range: SourceRange)]
  ) {
    switch element {
    case .simple(let command): visit(command, &places)
    case .compound(let compound):
      switch compound.kind {
      case .test:
        places.append(
          ("`[[`", SourceRange(start: compound.range.start, end: compound.range.start + 2)))
      case .function(_, isPOSIX: false):
        places.append(
          ("`function`", SourceRange(start: compound.range.start, end: compound.range.start + 8)))
      default: break
      }
      places += find(in: ShellScript(statements: compound.body))
    }
  }

  private static func visit(
    _ command: ShellCommand, _ places: inout [(what: String, range: SourceRange)]
  ) {
    if let name = command.name, ["source", "declare", "typeset"].contains(name),
      let word = command.words.first
    {
      places.append(("`\(name)`", word.range))
    }
    for assignment in command.assignments where assignment.value == nil {
      places.append(("an array", assignment.range))
    }
    for redirection in command.redirections where redirection.sign == "<<<" {
      places.append(("`<<<`", redirection.target.range))
    }
    command.forEachWord { word in
      if word.hasProcess { places.append(("`<(…)`", word.range)) }
      word.forEachSubstitution { places += find(in: $0) }
    }
  }
}
