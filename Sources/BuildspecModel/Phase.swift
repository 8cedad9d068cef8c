package import Diagnostics

/// One phase under `phases`.
package struct Phase: Hashable, Sendable {
  package var name: PhaseName
  /// Place of the phase's key.
  package var nameRange: SourceRange
  package var runAs: Located<String>?
  package var onFailure: Located<String>?
  package var runtimeVersions: [RuntimeVersion] = []
  /// `nil` when the key is absent; empty when it has no value.
  package var commands: [Command]?
  package var finally: [Command]?

  package init(name: PhaseName, nameRange: SourceRange) {
    self.name = name
    self.nameRange = nameRange
  }
}
