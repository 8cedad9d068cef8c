import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Patterns that start with `*` and are not in quotes.
enum GlobUnquoted: Rule {
  static let info = RuleInfo(
    "BS604", "glob-unquoted", .error,
    summary: "A file pattern starts with `*` and is not in quotes.",
    why: """
      A `*` at the start of a value names an alias in YAML. CodeBuild cannot read the file, and \
      its message does not say why.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: dist
        files:
          - **/*
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: dist
        files:
          - '**/*'
      """,
    source: "libyaml 0.2.5; six public buildspecs of older dates have this mistake.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard let start = star(problem, in: file.source) else { return nil }
      let range = pattern(from: start, in: file.source)
      return finding(
        "`\(file.source.text(range).shown)` starts an alias in YAML, not a pattern", at: range,
        help: "put the pattern in quotes", codeBuildSays: said(problem),
        fix: .quote(range, in: file.source, .safe))
    }
  }

  /// Whether a problem is this rule's, and not that of the rules for any value.
  static func owns(_ problem: YAMLProblem, in source: SourceText) -> Bool {
    star(problem, in: source) != nil
  }

  static func ownsSyntaxError(of file: BuildspecFile) -> Bool {
    file.document.problems.last.map { owns($0, in: file.source) } ?? false
  }

  /// Place of the `*`, when the problem is one of a pattern in a list of files.
  private static func star(_ problem: YAMLProblem, in source: SourceText) -> Int? {
    guard let star = anyStar(problem, in: source) else { return nil }
    switch parentKey(of: problem.range.start, in: source) {
    case "files", "paths", "exclude-paths", "base-directory": return star
    default: return nil
    }
  }

  private static func anyStar(_ problem: YAMLProblem, in source: SourceText) -> Int? {
    switch problem.kind {
    case .undefinedAlias: return problem.range.start
    case .syntax(let error) where error.cause == .reservedStart("*"): return problem.range.start
    case .syntax(let error) where error.cause == .reservedStart("["):
      var previous = UInt8(ascii: "[")
      for offset in problem.range.start..<problem.range.end where source.bytes[offset] != 0x20 {
        let byte = source.bytes[offset]
        if byte == UInt8(ascii: "*"), "[,".utf8.contains(previous) { return offset }
        previous = byte
      }
      return nil
    default: return nil
    }
  }

  private static func said(_ problem: YAMLProblem) -> String? {
    guard case .syntax(let error) = problem.kind else { return nil }
    return error.codeBuildMessage
  }

  /// The whole pattern: an alias ends before the first character that no name has.
  private static func pattern(from start: Int, in source: SourceText) -> SourceRange {
    let line = source.range(ofLine: source.lines.line(at: start))
    let isInBrackets = source.bytes[line.start..<start].contains(UInt8(ascii: "["))
    let end = source.bytes[start..<line.end].firstIndex { isEnd($0, isInBrackets) }
    return SourceRange(start: start, end: end ?? line.end)
  }

  private static func isEnd(_ byte: UInt8, _ isInBrackets: Bool) -> Bool {
    switch byte {
    case 0x20, 0x09: true
    case UInt8(ascii: ","), UInt8(ascii: "]"): isInBrackets
    default: false
    }
  }

  /// The key above or before a value, told from the lines because the tree may be missing.
  private static func parentKey(of offset: Int, in source: SourceText) -> String? {
    var number = source.lines.line(at: offset)
    let line = source.range(ofLine: number)
    if let key = key(in: SourceRange(start: line.start, end: offset), source) { return key }
    while number > 1 {
      number -= 1
      let above = source.range(ofLine: number)
      guard let first = source.text(onLineAfter: above.start),
        source.bytes[first] != UInt8(ascii: "#"), source.bytes[first] != UInt8(ascii: "-")
      else { continue }
      return key(in: above, source)
    }
    return nil
  }

  /// The word before the first colon of a piece of a line.
  private static func key(in range: SourceRange, _ source: SourceText) -> String? {
    guard let colon = source.bytes[range.start..<range.end].firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let word = source.bytes[range.start..<colon].drop {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-")
    }
    return String(decoding: word, as: UTF8.self)
  }
}
