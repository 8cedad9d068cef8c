import BuildspecModel
import Diagnostics
import YAMLSyntax

extension BuildspecFile {
  /// The syntax error that ended reading, if there is one; there is never a second.
  var syntaxError: (error: YAMLSyntaxError, range: SourceRange)? {
    guard let last = document.problems.last, case .syntax(let error) = last.kind else { return nil }
    return (error, last.range)
  }
}

extension YAMLSyntaxError {
  /// What the service prints for it. The service counts lines from 0 here.
  var codeBuildMessage: String {
    "YAML_FILE_ERROR Message: \(problem) at line \(reportedLine)"
  }
}

/// Quoting of a value so that YAML takes it as it is written.
enum SingleQuoted {
  /// An edit that puts a one-line value between single quotes.
  static func edit(_ range: SourceRange, in source: SourceText) -> TextEdit {
    let trimmed = trim(range, in: source)
    return TextEdit(range: trimmed, replacement: quoted(source.text(trimmed)))
  }

  static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text { quoted += character == "'" ? "''" : String(character) }
    return quoted + "'"
  }

  private static func trim(_ range: SourceRange, in source: SourceText) -> SourceRange {
    var end = range.end
    while end > range.start, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 {
      end -= 1
    }
    return SourceRange(start: range.start, end: end)
  }
}
