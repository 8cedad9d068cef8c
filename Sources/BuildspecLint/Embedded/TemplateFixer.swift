import BuildspecModel
package import Diagnostics
package import EmbeddedBuildspecs

/// Fixes the buildspecs of a template one after the other, so that one that cannot be read does not
/// keep the others from being fixed.
package struct TemplateFixer {
  private let allowsUnsafe: Bool
  private let lint: (SourceText, EmbeddedBuildspec) -> [Diagnostic]

  /// `lint` gives the findings of one buildspec, with their places in the file.
  package init(
    allowsUnsafe: Bool, lint: @escaping (SourceText, EmbeddedBuildspec) -> [Diagnostic]
  ) {
    self.allowsUnsafe = allowsUnsafe
    self.lint = lint
  }

  /// The fixed file and how many findings that took; `nil` when it is no template that can be read.
  package func fix(_ source: SourceText) -> (source: SourceText, fixCount: Int)? {
    let reader = Reader()
    guard let template = reader.template(source), template.isReadable else { return nil }
    let count = template.buildspecs.count
    var result = (source: source, fixCount: 0)
    for index in 0..<count {
      let buildspec = { (source: SourceText) -> EmbeddedBuildspec? in
        let buildspecs = reader.template(source)?.buildspecs ?? []
        return buildspecs.count == count ? buildspecs[index] : nil
      }
      let engine = FixEngine(
        allowsUnsafe: allowsUnsafe,
        // A change that makes a buildspec go is refused as one that breaks the file at its start.
        brokenAt: { source in
          buildspec(source).map { FixEngine.brokenAt($0.source) } ?? .some(0)
        },
        lint: { source in buildspec(source).map { lint(source, $0) } ?? [] })
      let outcome = engine.fix(result.source)
      result = (outcome.source, result.fixCount + outcome.fixCount)
    }
    return result
  }

  /// Reads a template once however often it is asked for in a row.
  private final class Reader {
    private var last: (bytes: [UInt8], template: Template?)?

    func template(_ source: SourceText) -> Template? {
      if let last, last.bytes == source.bytes { return last.template }
      let template = Template(source)
      last = (source.bytes, template)
      return template
    }
  }
}
