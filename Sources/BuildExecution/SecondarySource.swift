package import SystemPackage

/// A source beside the primary one, on this machine.
package struct SecondarySource: Sendable {
  package var identifier: String
  /// Absolute.
  package var folder: FilePath
  package var checkout: GitCheckout?

  package init(identifier: String, folder: FilePath, checkout: GitCheckout?) {
    self.identifier = identifier
    self.folder = folder
    self.checkout = checkout
  }
}
