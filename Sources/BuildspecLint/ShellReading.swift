package import BuildspecModel

/// The commands of a file as scripts, read when the first rule asks for them.
package final class ShellReading {
  private let file: BuildspecFile

  package init(_ file: BuildspecFile) {
    self.file = file
  }

  private(set) lazy var dialect = ShellDialect(file)

  /// All commands in the order in which they run; none when a Windows shell reads them.
  private(set) lazy var items: [ShellItem] = {
    guard dialect != .windows else { return [] }
    return PhaseName.allCases.compactMap { file.buildspec.phase($0) }.flatMap { phase in
      ((phase.commands ?? []) + (phase.finally ?? [])).map {
        ShellItem(phase: phase, command: $0, source: file.source)
      }
    }
  }()
}
