import Diagnostics

/// `# buildspec: ignore[BS401, glob-unquoted] reason`: takes findings out of the report.
struct IgnoreComment {
  /// A code or name in the list, as written.
  struct Entry {
    var text: String
    var range: SourceRange
  }

  /// Why a comment does nothing although it was meant to.
  enum Fault {
    /// `[` without `]`.
    case openList
    /// `[]`.
    case emptyList
    /// The word after `buildspec:` is not one of ours; the one that was probably meant.
    case unknownWord(String, meant: String)
  }

  /// From its `#` to the end of the line.
  var range: SourceRange
  /// The lines whose findings it hides; `nil` for the whole file.
  var lines: ClosedRange<Int>?
  /// Empty when the comment hides the findings of all rules.
  var entries: [Entry] = []
  var hasReason = false
  var fault: Fault?

  /// Whether the comment names no rule, and so hides all.
  var isBlanket: Bool { entries.isEmpty && fault == nil }
}

extension IgnoreComment.Entry {
  /// Codes and names are read without regard to case.
  func names(_ rule: RuleIdentity) -> Bool {
    let text = text.lowercased()
    return text == rule.code.lowercased() || text == rule.name
  }
}
