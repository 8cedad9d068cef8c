import Diagnostics
import ShellSyntax

extension ShellScript {
  /// Calls `body` for each two statements of which the second runs right after the first: in the
  /// script, in branches, loops, groups, subshells and functions. `text` is the script's text.
  func forEachNeighbors(
    in text: String, _ body: (_ statement: ShellStatement, _ next: ShellStatement) -> Void
  ) {
    let bytes = Array(text.utf8)
    Self.visit(statements, bytes, body)
  }

  private static func visit(
    _ list: [ShellStatement], _ bytes: [UInt8],
    _ body: (ShellStatement, ShellStatement) -> Void
  ) {
    // A compound's statements are those of all its branches; words such as `else` part them.
    for (statement, next) in zip(list, list.dropFirst())
    where statement.range.end <= next.range.start
      && bytes[statement.range.end..<next.range.start].allSatisfy(isSeparator)
    {
      body(statement, next)
    }
    for statement in list {
      statement.forEachElement { element in
        if case .compound(let compound) = element { visit(compound.body, bytes, body) }
      }
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"): true
    default: false
    }
  }
}

extension ShellStatement {
  /// The command, when the statement is one simple command that runs in the shell itself.
  var onlyCommand: ShellCommand? {
    guard rest.isEmpty, !isBackground, !first.isNegated, first.elements.count == 1,
      case .simple(let command)? = first.elements.first
    else { return nil }
    return command
  }
}
