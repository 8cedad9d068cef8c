/// From where on numbers do not fit into the fields of the first ZIP format, so that zip64 is used.
/// Readers take zip64 anywhere; tests thus lower the limits instead of writing gigabytes.
package struct ZipLimits: Hashable, Sendable {
  /// Largest size or offset, in bytes.
  package var bytes: UInt64
  /// Largest number of members.
  package var entries: Int

  package init(bytes: UInt64 = 0xFFFF_FFFE, entries: Int = 0xFFFE) {
    self.bytes = bytes
    self.entries = entries
  }

  /// Whether a member of `size` bytes may outgrow the limit: what cannot be compressed grows by a
  /// little.
  func isLarge(_ size: UInt64) -> Bool { size + size / 1_000 + 64 > bytes }
}
