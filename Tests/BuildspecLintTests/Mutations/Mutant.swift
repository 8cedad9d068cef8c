import Diagnostics

/// A buildspec with one mistake in it, and the lines on which the mistake stands.
struct Mutant {
  var source: SourceText
  var lines: ClosedRange<Int>
}
