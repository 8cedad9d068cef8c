/// A file that is being written. All functions throw `FileProblem`.
package protocol FileWriter: Sendable {
  func append(_ bytes: ArraySlice<UInt8>) throws

  /// Replaces bytes that were written before; the place for further bytes stays.
  func overwrite(_ bytes: [UInt8], at offset: UInt64) throws

  /// Must be called once; tells what the system could not write at last.
  func close() throws
}
