import BuildspecModel
package import Diagnostics
import EmbeddedBuildspecs

/// Writes an ignore comment into the buildspecs of a template for every finding there. Only lines of
/// a block take comments: what stands in quotes stays as it is.
package struct TemplateIgnoreAdder {
  private let reason: String
  private let linter: TemplateLinter

  package init(reason: String, linter: TemplateLinter) {
    self.reason = reason
    self.linter = linter
  }

  /// The file with its comments, and how many findings they hide; `nil` when it is no template.
  package func add(to source: SourceText) -> (source: SourceText, count: Int)? {
    guard let template = Template(source) else { return nil }
    var result = (source: source, count: 0)
    for index in template.buildspecs.indices where template.buildspecs[index].isBlock {
      let before = findings(index, in: result.source)
      guard !before.isEmpty else { continue }
      let commented = withComments(before, index, in: result.source)
      let after = findings(index, in: commented)
      let whole = after.isEmpty ? commented : withFileComment(after, index, in: commented)
      let left = findings(index, in: whole)
      result = (whole, result.count + max(0, before.count - left.count))
    }
    return result
  }

  private func buildspec(_ index: Int, in source: SourceText) -> EmbeddedBuildspec? {
    let buildspecs = Template(source)?.buildspecs ?? []
    return index < buildspecs.count ? buildspecs[index] : nil
  }

  private func findings(_ index: Int, in source: SourceText) -> [Diagnostic] {
    IgnoreAdder.wanted(buildspec(index, in: source).map(linter.findings) ?? [])
  }

  private func withComments(
    _ findings: [Diagnostic], _ index: Int, in source: SourceText
  ) -> SourceText {
    guard let old = buildspec(index, in: source) else { return source }
    let file = BuildspecFile(source: old.source)
    guard file.isReadable,
      let edits = old.edits(IgnorePlacement(file, reason: reason).edits(for: findings))
    else { return source }
    let commented = source.replacing(edits)
    guard let new = buildspec(index, in: commented),
      IgnoreAdder.commands(of: new.source) == IgnoreAdder.commands(of: old.source)
    else { return source }
    return commented
  }

  private func withFileComment(
    _ findings: [Diagnostic], _ index: Int, in source: SourceText
  ) -> SourceText {
    let comment = IgnoreAdder.fileComment(IgnoreAdder.codes(findings), reason)
    let edit = TextEdit(range: SourceRange(at: 0), replacement: comment)
    return buildspec(index, in: source)?.edits([edit]).map(source.replacing) ?? source
  }
}
