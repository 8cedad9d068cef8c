package import Diagnostics

/// One file with its findings, sorted by place.
package struct FileFindings: Sendable {
  /// The text as it may be shown: secrets that were found are masked.
  package var source: SourceText
  package var diagnostics: [Diagnostic]

  package init(source: SourceText, diagnostics: [Diagnostic]) {
    self.source = source.masking(diagnostics.filter(\.isSecret).map(\.range))
    self.diagnostics = diagnostics
  }
}
