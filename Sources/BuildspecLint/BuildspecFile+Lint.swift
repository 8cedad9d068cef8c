import BuildspecModel
import Diagnostics
import YAMLSyntax

extension BuildspecFile {
  /// The top level when it is a mapping that was read to its end.
  var mappingRoot: (node: YAMLNode, firstKey: SourceRange)? {
    guard isReadable, let root = document.root, let first = root.mapping?.first else { return nil }
    return (root, first.key.range)
  }

  /// Unknown keys of the sections that `isWanted` picks.
  func unknownKeys(
    in isWanted: (SectionID) -> Bool
  ) -> [(name: String, section: SectionID, range: SourceRange)] {
    problems.compactMap { problem in
      guard isWanted(problem.section), case .unknownKey(let name) = problem.kind,
        !DependOnInList.owns(name, problem.section)
      else { return nil }
      return (name, problem.section, problem.range)
    }
  }
}

extension BuildspecFile {
  /// The part of a range on its first line.
  func firstLine(of range: SourceRange) -> SourceRange {
    let line = source.range(ofLine: source.lines.line(at: range.start))
    return SourceRange(start: range.start, end: min(range.end, line.end))
  }
}
