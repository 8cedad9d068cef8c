package import SystemPackage

/// Where git keeps what belongs to a work tree.
package struct GitCheckout: Sendable {
  /// Top folder of the work tree.
  package var topLevel: FilePath
  /// `.git`, or the folder of a linked work tree inside the main repository.
  package var gitFolder: FilePath
  /// `.git` of the main repository; the same as `gitFolder` but in a linked work tree.
  package var commonFolder: FilePath

  package init(topLevel: FilePath, gitFolder: FilePath, commonFolder: FilePath) {
    self.topLevel = topLevel
    self.gitFolder = gitFolder
    self.commonFolder = commonFolder
  }
}
