/// What is being done with the cache, in the order and words of the service's log.
package enum CacheStep: Hashable, Sendable {
  /// The buildspec has no paths to cache.
  case undefined
  case expanded(String)
  /// From S3.
  case downloading
  case unarchiving
  /// An entry of an archive that `cache.paths` does not name.
  case skippingEntry(String)
  /// The key is `nil` for a cache without keys.
  case restored(key: String?)
  case missed(key: String?)
  /// To S3.
  case uploading
  case saved(key: String?)
  /// A cache of that key is there and is never changed.
  case alreadySaved(key: String?)
  /// None of the paths is there.
  case nothingToSave
}
