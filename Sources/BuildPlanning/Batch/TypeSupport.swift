/// What comes of builds of an environment type on some machine.
package enum TypeSupport: Hashable, Sendable {
  case runs
  /// They run, but not as on the service; the words follow "builds of this type".
  case near(String)
  /// They do not run, for this reason.
  case cannot(String)
}
