/// The `proxy` section, for builds behind an explicit proxy server.
package struct ProxySection: Hashable, Sendable {
  package var uploadArtifacts: Located<Bool>?
  package var logs: Located<Bool>?

  package init() {}
}
