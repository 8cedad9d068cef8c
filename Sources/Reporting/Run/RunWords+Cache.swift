import BuildExecution

extension RunWords {
  /// The lines of the service's log where they are known; what it does not tell is told in ours.
  static func log(_ step: CacheStep) -> [String] {
    switch step {
    case .undefined:
      [
        "Cache is not defined in the buildspec",
        "Skip cache due to: no paths specified to be cached",
      ]
    case .expanded(let path): ["Expanded cache path \(path)"]
    case .downloading: ["Downloading S3 cache..."]
    case .unarchiving: ["Unarchiving cache..."]
    case .skippingEntry(let path):
      ["Skipping cache entry: path \"\(path)\" is not within allowed cache paths"]
    case .uploading: ["Uploading S3 cache..."]
    case .missed(let key): ["Unable to download cache: there is none\(suffix(key))"]
    case .restored, .saved, .alreadySaved, .nothingToSave: [sentence(step) ?? ""]
    }
  }

  /// What a person wants to know of a step; `nil` when it is only progress.
  static func remark(_ step: CacheStep) -> String? {
    switch step {
    case .skippingEntry(let path): "cache: \(path) is left out; cache.paths does not name it"
    case .missed(let key): "cache: none\(suffix(key)) yet"
    case .restored, .saved, .alreadySaved, .nothingToSave: sentence(step)
    case .undefined, .expanded, .downloading, .unarchiving, .uploading: nil
    }
  }

  private static func sentence(_ step: CacheStep) -> String? {
    switch step {
    case .restored(let key): "Restored the cache\(suffix(key))"
    case .saved(let key): "Saved the cache\(suffix(key))"
    case .alreadySaved(let key): "Kept the cache\(suffix(key)) as it is"
    case .nothingToSave: "Saved no cache: none of its paths is there"
    default: nil
    }
  }

  private static func suffix(_ key: String?) -> String {
    key.map { " with the key \($0)" } ?? ""
  }
}
