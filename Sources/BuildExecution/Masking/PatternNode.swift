/// A state of `PatternAutomaton`: the bytes read so far are the begin of a pattern.
struct PatternNode {
  /// The byte that leads here.
  var byte: UInt8 = 0
  /// Number of bytes from the root.
  var depth: Int32 = 0
  /// States that one more byte leads to are a list; 0 ends it.
  var firstChild: Int32 = 0
  var nextSibling: Int32 = 0
  /// The longest other state whose bytes end as those of this one.
  var failure: Int32 = 0
  /// Length of the longest pattern that ends here; 0 for none.
  var matched: Int32 = 0
  /// Number of last bytes that may go on to a longer pattern.
  var open: Int32 = 0
}
