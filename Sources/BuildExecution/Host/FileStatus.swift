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

  package init(kind: Kind, mode: UInt32, size: Int) {
    self.kind = kind
    self.mode = mode
    self.size = size
  }
}
