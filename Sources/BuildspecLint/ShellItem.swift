import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// One command of the file, read as a script.
struct ShellItem {
  let phase: Phase
  let command: Command
  let script: ShellScript
  private let source: SourceText

  init(phase: Phase, command: Command, source: SourceText) {
    self.phase = phase
    self.command = command
    self.source = source
    script = ShellScript(parsing: command.text)
  }

  /// The place in the file of a place in the script; the whole command when it cannot be told.
  func range(of place: SourceRange) -> SourceRange {
    let scalar = YAMLScalar(text: command.text, style: command.style)
    guard let map = ScalarSourceMap(of: scalar, at: command.range, in: source) else {
      return command.range
    }
    return map.sourceRange(of: place)
  }

  /// Whether the script has more than one line.
  var isBlock: Bool { command.style == .literal || command.style == .folded }
}
