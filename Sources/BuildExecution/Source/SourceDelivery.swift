package import SystemPackage

/// The source of a build, on its way to where the commands run.
package struct SourceDelivery {
  /// The user's own folder when the build works in place, else an empty one for a copy.
  package let folder: FilePath
  package let isInPlace: Bool
  /// Copies the source.
  package let copy: (any SourceTarget) async throws -> Void
  /// The secondary sources, each on its way to a folder of its own where the commands run.
  package let others: [(folder: FilePath, copy: (any SourceTarget) async throws -> Void)]
}
