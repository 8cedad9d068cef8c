import BuildspecLint
import Diagnostics
import Reporting

/// A file that was linted and, where that was asked for, changed.
struct LintedFile {
  /// The text as it was read.
  var original: SourceText
  /// The text as it is now.
  var text: SourceText
  /// What is wrong with it.
  var findings: FileFindings
  /// Whether `findings` are those of the config file, and the file was not linted.
  var hasBrokenConfig = false
  /// Number of findings that the change did away with.
  var changeCount = 0

  var isChanged: Bool { original.bytes != text.bytes }

  init(_ linter: FileLinter, _ change: LintChange) {
    let source = linter.source
    original = source
    if let mistakes = linter.configMistakes {
      text = source
      findings = mistakes
      hasBrokenConfig = true
      return
    }
    switch change {
    case .none, .writeBaseline:
      text = source
      findings = FileFindings(source: source, diagnostics: linter.findings(in: source))
    case .fix(let allowsUnsafe), .diff(let allowsUnsafe):
      let outcome = linter.fix(allowsUnsafe: allowsUnsafe)
      text = outcome.source
      findings = FileFindings(source: text, diagnostics: outcome.diagnostics)
      changeCount = outcome.fixCount
    case .addIgnores(let reason):
      let added = linter.addIgnores(reason)
      text = added.source
      findings = FileFindings(source: text, diagnostics: linter.findings(in: text))
      changeCount = added.count
    }
  }
}
