import BuildPlanning
import BuildspecLint
import BuildspecModel
import Diagnostics
import Reporting
import TestSupport
import YAMLSyntax

/// What must hold for any bytes whatever, from reading them to fixing them. The fuzzer and a normal
/// test ask the same questions.
package struct PipelineCheck {
  /// What does not hold, one line each.
  package private(set) var complaints: [String] = []

  package init(_ bytes: [UInt8]) {
    let source = SourceText(path: "buildspec.yml", bytes: bytes)
    let findings = lint(source)
    let document = YAMLDocument(parsing: source)
    if let root = document.root { checkNode(root, in: source) }
    if document.root?.outline() != YAMLDocument(composing: source).root?.outline() {
      complain("the quick reader's tree is not libyaml's")
    }
    checkPlaces(findings, in: source)
    checkFormats(findings, in: source)
    for allowsUnsafe in [false, true] { checkFixes(allowsUnsafe, findings, source) }
    if let plan = BatchPlanner.plan(BuildspecFile(source: source), isOnHost: true) {
      complaints += BatchPlanCheck.complaints(of: plan, in: source)
    }
  }

  private func lint(_ source: SourceText) -> [Diagnostic] {
    Linter.lint(BuildspecFile(source: source))
  }

  /// A node lies in the file, and every byte of a scalar inside its node.
  private mutating func checkNode(_ node: YAMLNode, in source: SourceText) {
    if node.range.start < 0 || node.range.end > source.bytes.count {
      complain("a node lies outside the file: \(node.range)")
    }
    guard node.alias == nil else { return }
    switch node.content {
    case .scalar(let scalar): checkMap(of: scalar, at: node.range, in: source)
    case .sequence(let items): for item in items { checkNode(item, in: source) }
    case .mapping(let pairs):
      for pair in pairs {
        checkNode(pair.key, in: source)
        checkNode(pair.value, in: source)
      }
    }
  }

  private mutating func checkMap(
    of scalar: YAMLScalar, at range: SourceRange, in source: SourceText
  ) {
    guard let map = ScalarSourceMap(of: scalar, at: range, in: source) else {
      return complain("no source map for the scalar at \(range): \(scalar.text.debugDescription)")
    }
    var decoded = 0
    var place = range.start
    for segment in map.segments {
      if segment.decoded.start != decoded || segment.source.start < place {
        complain("a gap in the source map at \(segment)")
      }
      decoded = segment.decoded.end
      place = segment.source.end
    }
    if decoded != scalar.text.utf8.count || place > source.bytes.count {
      complain("the source map of the scalar at \(range) ends at \(decoded), \(place)")
    }
  }

  /// Every place lies in the file, and the edits of a fix do not touch each other.
  private mutating func checkPlaces(_ findings: [Diagnostic], in source: SourceText) {
    for finding in findings {
      let edits = finding.fix?.edits ?? []
      let places = [finding.range] + finding.related.map(\.range) + edits.map(\.range)
      for place in places where place.start < 0 || place.end > source.bytes.count {
        complain("\(finding.rule.code) points outside the file: \(place)")
      }
      let ordered = edits.map(\.range).sorted()
      for (edit, next) in zip(ordered, ordered.dropFirst()) where next.start < edit.end {
        complain("\(finding.rule.code) has edits over each other: \(edit), \(next)")
      }
      let texts =
        [finding.message, finding.help ?? "-", finding.serviceMessage ?? "-"]
        + finding.related.map(\.message)
      for text in texts where text.isEmpty || text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
      {
        complain("\(finding.rule.code) says what is no line: \(text.debugDescription)")
      }
    }
  }

  /// Every format can be made, and those of one line for each finding have that many.
  private mutating func checkFormats(_ findings: [Diagnostic], in source: SourceText) {
    let file = FileFindings(source: source, diagnostics: findings)
    for format in FindingsFormat.allCases {
      let text = FindingsReport.render([file], as: format, style: Style(isColored: format == .text))
      let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
      switch format {
      case .concise, .jsonl:
        if lines != findings.count { complain("\(format): \(lines) lines") }
      case .github:
        if lines != findings.count + 1 { complain("\(format): \(lines) lines") }
      default: break
      }
    }
  }

  /// A fixed file has no more errors, is read no less far, and has nothing left to fix.
  private mutating func checkFixes(
    _ allowsUnsafe: Bool, _ findings: [Diagnostic], _ source: SourceText
  ) {
    let kind = allowsUnsafe ? "unsafe fixes" : "safe fixes"
    let engine = FixEngine(allowsUnsafe: allowsUnsafe, lint: lint)
    let fixed = engine.fix(source)
    if fixed.fixCount == 0 {
      if fixed.source.bytes != source.bytes { complain("\(kind): none made, but another text") }
      return
    }
    checkPlaces(fixed.diagnostics, in: fixed.source)
    if fixed.diagnostics != lint(fixed.source) { complain("\(kind): findings of another text") }
    let again = engine.fix(fixed.source)
    if again.fixCount > 0 { complain("\(kind): \(again.fixCount) left to make") }
    let old = BuildspecFile(source: source)
    let new = BuildspecFile(source: fixed.source)
    guard !old.document.hasSyntaxError else { return }
    if new.document.hasSyntaxError { complain("\(kind): the file cannot be read any more") }
    if old.isReadable, !new.isReadable { complain("\(kind): the file is no mapping any more") }
    if errors(fixed.diagnostics) > errors(findings) { complain("\(kind): more errors than before") }
  }

  private func errors(_ findings: [Diagnostic]) -> Int {
    findings.count { $0.severity == .error }
  }

  private mutating func complain(_ text: String) { complaints.append(text) }
}
