package import SystemPackage

/// Where the copy of a source goes: a folder, or an archive that is on its way to a container.
/// Folders come before what they hold; a name that comes twice is replaced.
package protocol SourceTarget {
  /// - Parameter path: relative to the source.
  mutating func createFolder(_ path: FilePath, mode: UInt32) throws

  /// Adds a regular file, or a link as a link.
  mutating func add(_ file: FilePath, at path: FilePath) throws
}
