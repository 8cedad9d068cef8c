import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Here-documents without their lines.
enum HeredocNotLiteral: ShellRule {
  static let info = RuleInfo(
    "BS409", "heredoc-not-literal", .error,
    summary: "A here-document stands in a value that has no lines.",
    why: """
      Only a block under | keeps its lines. In a plain, quoted or folded value YAML joins \
      them, so the here-document has no text and no end.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - cat > config <<EOF
              key=value
              EOF
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              cat > config <<EOF
              key=value
              EOF
      """,
    source: "YAML 1.1, line folding.")

  static let signs: [StaticString] = ["<<"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.compactMap { item in
      guard owns(item) else { return nil }
      return finding(
        "YAML joins the lines of this here-document", at: file.firstLine(of: item.command.range),
        help: "put the command under a `|`, which keeps its lines")
    }
  }

  static func owns(_ item: ShellItem) -> Bool {
    item.command.style != .literal && item.holds("<<") && item.script.openHeredoc != nil
  }
}
