/// One line that counts the findings.
package enum FindingsSummary {
  /// `2 errors, 1 warning in 2 files`, or nothing when there are no findings.
  package static func text(_ counts: FindingCounts) -> String? {
    guard counts.total > 0 else { return nil }
    var text = ""
    for part in [
      counted(counts.errors, "error"), counted(counts.warnings, "warning"),
      counts.infos == 0 ? nil : "\(counts.infos) info",
    ] {
      guard let part else { continue }
      text += text.isEmpty ? part : ", " + part
    }
    return "\(text) in \(counts.files) \(counts.files == 1 ? "file" : "files")"
  }

  private static func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
