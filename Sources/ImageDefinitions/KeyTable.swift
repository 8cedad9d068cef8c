import Diagnostics
import JSONSyntax

/// The keys that an object of these files takes.
struct KeyTable {
  /// Keys that must be there, with a text each.
  var required: [String]
  /// Keys that may be there.
  var optional: [String] = []
  /// What people write instead of a required key.
  var slips: [String: String] = [:]

  /// Findings about keys; values are looked at by others.
  func check(_ object: JSONNode, _ members: [JSONMember]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var first: [String: SourceRange] = [:]
    var slipped: Set<String> = []
    for member in members {
      if let place = first[member.key] {
        findings.append(
          ImageFileRule.duplicateKey.finding(
            "`\(member.key)` is there twice", at: member.keyRange,
            related: [RelatedLocation(range: place, message: "first defined here")],
            help: "remove one of them"))
      } else {
        first[member.key] = member.keyRange
      }
      guard !required.contains(member.key), !optional.contains(member.key) else { continue }
      let meant = meant(member.key).flatMap { object[$0] == nil ? $0 : nil }
      if let meant { slipped.insert(meant) }
      findings.append(unknown(member, meant))
    }
    for key in required where first[key] == nil && !slipped.contains(key) {
      findings.append(
        ImageFileRule.missingKey.finding(
          "`\(key)` is missing", at: SourceRange(start: object.range.start, end: object.range.end),
          help: "add it"))
    }
    return findings
  }

  private func meant(_ key: String) -> String? {
    slips[key.lowercased()] ?? Suggestion.nearest(to: key, in: required)
  }

  /// A key for which a required one is missing is a slip; any other is only too much.
  private func unknown(_ member: JSONMember, _ meant: String?) -> Diagnostic {
    ImageFileRule.unknownKey.finding(
      "`\(member.key)` is not a key of this file", at: member.keyRange,
      severity: meant == nil ? .warning : .error,
      help: meant.map { "did you mean `\($0)`?" } ?? "remove it",
      fix: meant.map {
        Fix(
          title: "rename to `\($0)`", safety: .unsafe,
          edits: [TextEdit(range: member.keyRange, replacement: "\"\($0)\"")])
      })
  }
}
