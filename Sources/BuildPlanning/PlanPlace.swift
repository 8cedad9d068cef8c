package import Diagnostics

/// A place in the buildspec, in the units that people, editors and machines need.
package struct PlanPlace: Codable, Hashable, Sendable {
  /// The file as the user named it.
  package var path: String
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode code points.
  package var column: Int
  /// Byte offset of the first byte.
  package var start: Int
  /// Byte offset after the last byte.
  package var end: Int

  package init(path: String, line: Int, column: Int, start: Int, end: Int) {
    self.path = path
    self.line = line
    self.column = column
    self.start = start
    self.end = end
  }

  package init(_ range: SourceRange, in source: SourceText) {
    let position = source.position(at: range.start)
    self.path = source.path
    self.line = position.line
    self.column = position.column
    self.start = range.start
    self.end = range.end
  }
}

extension PlanPlace: CustomStringConvertible {
  /// `buildspec.yml:4:9`.
  package var description: String { "\(path):\(line):\(column)" }
}

extension PlanPlace: Comparable {
  package static func < (left: PlanPlace, right: PlanPlace) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
