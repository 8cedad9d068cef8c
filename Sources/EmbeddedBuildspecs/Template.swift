package import Diagnostics

/// A file that is no buildspec but has some in it.
package struct Template: Sendable {
  /// In the order of the file.
  package let buildspecs: [EmbeddedBuildspec]
  /// Whether the file could be read to its end.
  package let isReadable: Bool

  init(buildspecs: [EmbeddedBuildspec], isReadable: Bool) {
    self.buildspecs = buildspecs
    self.isReadable = isReadable
  }

  /// `nil` when the file is no template. Costs one look at the bytes of any other file.
  package init?(_ source: SourceText) {
    for kind in TemplateKind.allCases {
      if let template = kind.read(source) {
        self = template
        return
      }
    }
    return nil
  }
}
