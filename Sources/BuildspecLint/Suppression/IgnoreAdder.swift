import BuildspecModel
package import Diagnostics

/// Writes an ignore comment for every finding of a file, so that old files can be taken on as they
/// are. Commands stay what they are: comments go behind lines and above them, never into scripts.
package struct IgnoreAdder {
  private let reason: String
  private let lint: (SourceText) -> [Diagnostic]

  package init(reason: String, lint: @escaping (SourceText) -> [Diagnostic]) {
    self.reason = reason
    self.lint = lint
  }

  /// The file with its comments, and how many findings they hide. Findings about ignore comments
  /// are left: they are mended, not hidden.
  package func add(to source: SourceText) -> (source: SourceText, count: Int) {
    let findings = wanted(source)
    guard !findings.isEmpty else { return (source, 0) }
    let file = BuildspecFile(source: source)
    var result = source
    if file.isReadable {
      let commented = IgnorePlacement(file, reason: reason).commented(findings)
      if Self.commands(of: commented) == Self.commands(of: source) { result = commented }
    }
    let rest = wanted(result)
    if !rest.isEmpty { result = withFileComment(result, Self.codes(rest)) }
    return (result, findings.count)
  }

  private func wanted(_ source: SourceText) -> [Diagnostic] { Self.wanted(lint(source)) }

  static func wanted(_ findings: [Diagnostic]) -> [Diagnostic] {
    let own = [UnusedIgnore.info.identity, BlanketIgnore.info.identity]
    return findings.filter { !own.contains($0.rule) }
  }

  /// For what no line can carry: a file that cannot be read, or a finding at an empty line.
  private func withFileComment(_ source: SourceText, _ codes: [String]) -> SourceText {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return source.replacing([
      TextEdit(range: SourceRange(at: start), replacement: Self.fileComment(codes, reason))
    ])
  }

  static func fileComment(_ codes: [String], _ reason: String) -> String {
    "# buildspec: ignore-file[\(codes.joined(separator: ", "))] \(reason)\n"
  }

  static func codes(_ findings: [Diagnostic]) -> [String] {
    Set(findings.map(\.rule.code)).sorted()
  }

  static func commands(of source: SourceText) -> [String] {
    BuildspecFile(source: source).buildspec.phases.flatMap { phase in
      ((phase.commands ?? []) + (phase.finally ?? [])).map(\.text)
    }
  }
}
