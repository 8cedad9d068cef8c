/// What is known of one file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Sendable {
    case file, folder, link
    /// A socket, a pipe or a device.
    case other
  }

  package var kind: Kind
  /// Permission bits.
  package var mode: UInt32
  /// Bytes.
  package var size: Int
  /// Time of the last change of the content, in seconds since 1970.
  package var modified: Int64

  /// Time of the last use, in seconds since 1970; file systems are lazy about it.
  package var accessed: Int64

  /// Whether it belongs to the user who runs this tool.
  package var isOwn: Bool

  package init(
    kind: Kind, mode: UInt32, size: Int, modified: Int64, accessed: Int64, isOwn: Bool
  ) {
    self.kind = kind
    self.mode = mode
    self.size = size
    self.modified = modified
    self.accessed = accessed
    self.isOwn = isOwn
  }
}
