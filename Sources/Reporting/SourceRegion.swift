import Diagnostics

/// A range as people count: lines and columns from 1, the end after the last character.
struct SourceRegion: Hashable {
  let start: SourcePosition
  let end: SourcePosition

  init(_ range: SourceRange, in source: SourceText) {
    start = source.position(at: range.start)
    end = source.position(at: range.end)
  }
}
