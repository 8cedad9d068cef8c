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
    pairs = BytePairs(file.source.bytes)
  }

  /// Whether the file can be run at all.
  var isReadable: Bool { file.isReadable }

  private(set) lazy var dialect = ShellDialect(self, file)

  /// Those of the whole file.
  let pairs: BytePairs

  /// Whether the file has one of these words anywhere.
  func fileHolds(_ words: [StaticString]) -> Bool {
    words.contains { pairs.mayHold($0) && ByteSearch.contains($0, in: file.source.bytes) }
  }

  /// All commands in the order in which they run; none when a Windows shell reads them.
  private(set) lazy var items: [ShellItem] = {
    guard dialect != .windows else { return [] }
    var items: [ShellItem] = []
    for phase in PhaseName.allCases.compactMap({ file.buildspec.phase($0) }) {
      for commands in [phase.commands, phase.finally] {
        for command in commands ?? [] {
          items.append(ShellItem(phase: phase.name, command: command, source: file.source))
        }
      }
    }
    return items
  }()
}
