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
  }

  /// Whether the file can be run at all.
  var isReadable: Bool { file.isReadable }

  private(set) lazy var dialect = ShellDialect(self, file)

  private lazy var pairs = BytePairs(file.source.bytes)

  /// Whether the file has one of these words anywhere.
  func fileHolds(_ words: [StaticString]) -> Bool {
    words.contains { pairs.mayHold($0) && ByteSearch.contains($0, in: file.source.bytes) }
  }

  /// All commands in the order in which they run; none when a Windows shell reads them.
  private(set) lazy var items: [ShellItem] = {
    guard dialect != .windows else { return [] }
    return PhaseName.allCases.compactMap { file.buildspec.phase($0) }.flatMap { phase in
      ((phase.commands ?? []) + (phase.finally ?? [])).map {
        ShellItem(phase: phase.name, command: $0, source: file.source)
      }
    }
  }()
}
