/// The file that an archive is written to.
package protocol ZipOutput {
  func append(_ bytes: ArraySlice<UInt8>) throws

  /// Replaces bytes that were appended before.
  func overwrite(_ bytes: [UInt8], at offset: UInt64) throws
}
