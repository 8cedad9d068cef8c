import BuildspecModel
import Diagnostics
import EmbeddedBuildspecs
import YAMLSyntax

/// Findings that the value of a placeholder may do away with.
struct PlaceholderDoubt {
  /// Scalars with a placeholder in them, in the order of the text.
  private var scalars: [SourceRange] = []
  /// Whether a placeholder may stand for lines, without which the text cannot be read.
  private var isUnknown = false

  init(_ file: BuildspecFile, _ buildspec: EmbeddedBuildspec) {
    guard !buildspec.placeholders.isEmpty else { return }
    if file.document.hasSyntaxError {
      isUnknown = buildspec.placeholders.contains { Self.isAlone($0, in: file.source) }
    }
    if let root = file.document.root { collect(root, buildspec.placeholders) }
  }

  /// The words of commands are read with the placeholder as a word; YAML and secrets stay what they
  /// are whatever comes in its place. All else judges a value that is not known here.
  func covers(_ finding: Diagnostic) -> Bool {
    if isUnknown { return true }
    guard !finding.isSecret, !finding.rule.code.hasPrefix("BS0") else { return false }
    let first = scalars.partitioned { $0.end < finding.range.end }
    guard first < scalars.count, scalars[first].contains(finding.range) else { return false }
    return !Self.shellCodes.contains(finding.rule.code)
  }

  private static let shellCodes = Set(
    RuleCatalog.rules.filter { $0 is any ShellRule.Type }.map { $0.info.identity.code })

  private static func isAlone(_ placeholder: Placeholder, in source: SourceText) -> Bool {
    let line = source.range(ofLine: source.lines.line(at: placeholder.range.start))
    return source.text(line).utf8.count { $0 > 0x20 } == placeholder.range.count
  }

  private mutating func collect(_ node: YAMLNode, _ placeholders: [Placeholder]) {
    guard node.alias == nil else { return }
    switch node.content {
    case .scalar:
      // The first placeholder that does not end before the scalar.
      let first = placeholders.partitioned { $0.range.end <= node.range.start }
      if first < placeholders.count, placeholders[first].range.start < node.range.end {
        scalars.append(node.range)
      }
    case .sequence(let items): for item in items { collect(item, placeholders) }
    case .mapping(let pairs):
      for pair in pairs {
        collect(pair.key, placeholders)
        collect(pair.value, placeholders)
      }
    }
  }
}
