package import SystemPackage

/// Where the cache of a project is kept.
package enum CacheLocation: Hashable, Sendable {
  /// Absolute.
  case folder(FilePath)
  case s3(S3Location)
}
