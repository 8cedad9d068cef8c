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
    let spec = file.buildspec
    let order = PhaseName.allCases.compactMap(spec.phaseIndex)
    var items: [ShellItem] = []
    items.reserveCapacity(order.reduce(0) { $0 + (spec.phases[$1].commands?.count ?? 0) })
    for index in order {
      for commands in [spec.phases[index].commands, spec.phases[index].finally] {
        for command in commands ?? [] {
          items.append(
            ShellItem(phase: spec.phases[index].name, command: command, source: file.source))
        }
      }
    }
    return items
  }()
}
