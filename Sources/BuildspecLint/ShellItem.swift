import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// One command of the file. It is read as a script when the first rule looks into it; rules ask the
/// text for a telling word first, since most commands concern none of them.
final class ShellItem {
  let phase: PhaseName
  let command: Command
  private let file: BuildspecFile
  private let pairs: PairMask

  init(phase: PhaseName, command: Command, file: BuildspecFile) {
    self.phase = phase
    self.command = command
    self.file = file
    self.pairs = PairMask(command.text)
  }

  private(set) lazy var script: ShellScript = {
    isRead = true
    return ShellScript(parsing: command.text)
  }()
  private var isRead = false

  /// Every simple command of the script, those inside compounds and substitutions too.
  private(set) lazy var commands = script.commands

  /// What keeps the script from being complete.
  private(set) lazy var problem =
    !isRead && PlainScript.covers(command.text) ? nil : script.problem

  /// Whether the text has any of these pieces.
  func holds(_ pieces: StaticString...) -> Bool { holds(pieces) }

  func holds(_ pieces: [StaticString]) -> Bool {
    pieces.contains { pairs.mayHold($0) && command.text.holds($0) }
  }

  /// The place in the file of a place in the script; the whole command when it cannot be told.
  func range(of place: SourceRange) -> SourceRange {
    map?.sourceRange(of: place) ?? command.range
  }

  private lazy var map = ScalarSourceMap(
    of: YAMLScalar(text: command.text, style: command.style), at: command.range, in: file.source)

  /// Whether the script has more than one line.
  var isBlock: Bool { command.style == .literal || command.style == .folded }
}
