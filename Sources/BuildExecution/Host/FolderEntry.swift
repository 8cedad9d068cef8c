package import SystemPackage

/// One name in a folder.
package struct FolderEntry: Sendable {
  package var name: FilePath.Component
  package var kind: FileStatus.Kind

  package init(name: FilePath.Component, kind: FileStatus.Kind) {
    self.name = name
    self.kind = kind
  }
}
