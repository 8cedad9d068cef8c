import BuildspecModel

/// A script for ShellCheck. Equal scripts get equal answers, so each is asked about once.
package struct ShellCheckScript: Hashable, Sendable {
  /// The shells of CodeBuild by ShellCheck's names. `sh` is dash where it knows the least.
  package enum Dialect: String, CaseIterable, Sendable {
    case dash, bash
  }

  package var dialect: Dialect
  package var text: String

  package init(dialect: Dialect, text: String) {
    self.dialect = dialect
    self.text = text
  }
}

extension ShellReading {
  /// The script of each of `items`; none when the file cannot be run or a Windows shell reads it.
  package var shellCheckScripts: [ShellCheckScript] {
    guard isReadable else { return [] }
    let dialect = dialect == .bash ? ShellCheckScript.Dialect.bash : .dash
    return items.map { ShellCheckScript(dialect: dialect, text: $0.command.text) }
  }
}
