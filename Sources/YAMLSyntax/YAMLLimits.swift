/// Bounds that keep hostile input from taking time or memory. Real buildspecs stay far below them:
/// the largest of 1,489 public files has 88 KB.
package struct YAMLLimits: Sendable {
  /// Bytes of one file.
  package var bytes = 8 * 1024 * 1024
  /// Depth of nested collections.
  package var depth = 64
  /// Nodes of the tree, each alias counted as all the nodes it stands for.
  package var nodes = 500_000

  package init() {}
}
