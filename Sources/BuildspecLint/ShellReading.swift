package import BuildspecModel
import Diagnostics

/// The commands of a file as scripts, read when the first rule asks for them.
package final class ShellReading {
  private let file: BuildspecFile
  /// The project that reads the file, when it is known.
  let project: BuildProject?

  package init(_ file: BuildspecFile, _ project: BuildProject? = nil) {
    self.file = file
    self.project = project
    words = RuleSchedule.standard.words(in: file.source)
  }

  /// Whether the file can be run at all.
  var isReadable: Bool { file.isReadable }

  private(set) lazy var dialect = ShellDialect(self, file)

  /// Which words the file has that rules ask every file for.
  let words: WordFinder.Found

  /// Whether the file has one of these words anywhere.
  func fileHolds(_ words: [StaticString]) -> Bool {
    words.contains { word in
      RuleSchedule.standard.isFound(word, in: self.words)
        ?? ByteSearch.contains(word, in: file.source.bytes)
    }
  }

  /// All commands in the order in which they run; none when a Windows shell reads them.
  private(set) lazy var items: [ShellItem] = {
    guard dialect != .windows else { return [] }
    let phases = file.buildspec.phases
    var items: [ShellItem] = []
    items.reserveCapacity(phases.reduce(0) { $0 + ($1.commands?.count ?? 0) })
    for name in PhaseName.allCases {
      guard let index = file.buildspec.phaseIndex(name) else { continue }
      add(phases[index].commands, of: name, to: &items)
      add(phases[index].finally, of: name, to: &items)
    }
    return items
  }()

  private func add(_ commands: [Command]?, of phase: PhaseName, to items: inout [ShellItem]) {
    guard let commands else { return }
    for command in commands {
      items.append(ShellItem(phase: phase, command: command, file: file))
    }
  }
}
