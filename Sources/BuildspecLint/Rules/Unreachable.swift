import BuildspecModel
import Diagnostics
import ShellSyntax

/// Commands behind an `exit`.
enum Unreachable: ShellRule {
  static let info = RuleInfo(
    "BS307", "unreachable", .info,
    summary: "A command stands behind an `exit` and never runs.",
    why: "`exit` ends the script of its item. What follows in the same item never runs.",
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              exit 0
              make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "POSIX shell, exit; ShellCheck SC2317.")

  static let signs: [StaticString] = ["exit"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.flatMap { item -> [Diagnostic] in
      guard item.holds("exit"), item.holds("\n", ";"), goesOn(item.command.text),
        item.problem == nil
      else { return [] }
      var findings: [Diagnostic] = []
      item.script.forEachNeighbors(in: item.command.text) { statement, next in
        guard let exit = statement.onlyCommand, exit.name == "exit", !isFunction(next) else {
          return
        }
        findings.append(
          finding(
            "this never runs", at: file.source.firstLine(of: item.range(of: next.range)),
            related: [
              RelatedLocation(range: item.range(of: exit.range), message: "the script ends here")
            ]))
      }
      return Array(findings.prefix(1))
    }
  }

  /// Whether a word that ends no branch follows an `exit`, which spares most scripts the reading.
  private static func goesOn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place + 4 < bytes.count {
        defer { place += 1 }
        guard bytes[place] == UInt8(ascii: "e"), bytes[place + 1] == UInt8(ascii: "x"),
          bytes[place + 2] == UInt8(ascii: "i"), bytes[place + 3] == UInt8(ascii: "t")
        else { continue }
        // The status, then what ends the command.
        let rest = bytes[(place + 4)...].drop {
          $0 == 0x20 || $0 == UInt8(ascii: "$") || (0x30...0x39).contains($0)
        }
        guard let end = rest.first, end == 0x0A || end == UInt8(ascii: ";") else { continue }
        let next = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ";") }
        if !next.isEmpty, !ends.contains(where: { next.starts(with: $0.utf8) }) { return true }
      }
      return false
    }
  }

  private static let ends = ["fi", "}", "else", "elif", "done", "esac", ")"]

  private static func isFunction(_ statement: ShellStatement) -> Bool {
    guard case .compound(let compound)? = statement.first.elements.first,
      case .function = compound.kind
    else { return false }
    return true
  }
}
