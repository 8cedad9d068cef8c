import BuildspecModel
package import Diagnostics
package import EmbeddedBuildspecs

/// Lints the buildspecs that stand in a template. Findings have their places in the template.
package struct TemplateLinter {
  private let context: LintContext
  private let policy: LintPolicy

  package init(_ context: LintContext = LintContext(), _ policy: LintPolicy = LintPolicy()) {
    // The source of the project may be another repository than the one the template lies in.
    let context = context.copy()
    context.fileExists = nil
    context.buildspec = nil
    self.context = context
    self.policy = policy
  }

  /// Findings of all buildspecs, sorted by place; those about the file itself when it cannot be read.
  package func lint(_ template: Template, in source: SourceText) -> [Diagnostic] {
    guard template.isReadable else {
      return Linter.lint(BuildspecFile(source: source), context, policy).map { finding in
        var finding = finding
        // It is not CodeBuild that reads this file.
        finding.serviceMessage = nil
        return finding
      }
    }
    return template.buildspecs.flatMap(lint).sorted()
  }

  /// Findings of one buildspec.
  package func lint(_ buildspec: EmbeddedBuildspec) -> [Diagnostic] {
    findings(in: buildspec).map { placed($0, in: buildspec) }
  }

  /// The same, with places in the buildspec's own text.
  func findings(in buildspec: EmbeddedBuildspec) -> [Diagnostic] {
    let file = BuildspecFile(source: buildspec.source)
    let doubt = PlaceholderDoubt(file, buildspec)
    return Linter.lint(file, context, policy).filter {
      !Self.rulesOfFiles.contains($0.rule) && !doubt.covers($0)
    }
  }

  /// What is right for a file says nothing about a text in one.
  private static let rulesOfFiles = [
    BOM.info.identity, FinalNewline.info.identity,
  ]

  private func placed(_ finding: Diagnostic, in buildspec: EmbeddedBuildspec) -> Diagnostic {
    var placed = finding
    placed.range = buildspec.place(of: finding.range)
    placed.message = buildspec.shown(finding.message)
    placed.help = finding.help.map(buildspec.shown)
    placed.serviceMessage = finding.serviceMessage.map(buildspec.shown)
    placed.related = finding.related.map {
      RelatedLocation(range: buildspec.place(of: $0.range), message: buildspec.shown($0.message))
    }
    placed.fix = finding.fix.flatMap { fix in
      buildspec.edits(fix.edits).map {
        Fix(title: buildspec.shown(fix.title), safety: fix.safety, edits: $0)
      }
    }
    return placed
  }
}
