/// The cache of a project.
package enum ProjectCache: Hashable, Sendable {
  case none
  case s3
  /// Whether `LOCAL_CUSTOM_CACHE` is among its modes, the only one that keeps `cache.paths`.
  case local(keepsPaths: Bool)
}
