import SystemPackage

/// What every place of a cache needs to know of the build.
package struct CacheSite: Sendable {
  let host: Host
  /// Folders of this tool inside the source, relative to it.
  let ownFolders: Set<FilePath>
  /// A folder that is not there yet, on the file system of the source.
  let staging: FilePath
  /// In the user's own folder what is there stays.
  let keepsExisting: Bool
  let isStopped: @Sendable () -> Bool
  /// Told of each entry of an archive that no pattern names.
  let skipped: @Sendable (String) -> Void
}
