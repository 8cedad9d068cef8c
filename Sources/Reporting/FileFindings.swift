package import Diagnostics

/// One file with its findings, sorted by place.
package struct FileFindings: Sendable {
  package var source: SourceText
  package var diagnostics: [Diagnostic]

  package init(source: SourceText, diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics
  }
}
