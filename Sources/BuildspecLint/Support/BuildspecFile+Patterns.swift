import BuildspecModel

extension BuildspecFile {
  /// Every path or pattern of files that the file names.
  var patterns: [Located<String>] {
    let spec = buildspec
    var patterns = spec.cache?.paths ?? []
    if let artifacts = spec.artifacts {
      for set in artifacts.sets {
        patterns += (set.files ?? []) + set.excludePaths
      }
    }
    for report in spec.reports { patterns += report.files ?? [] }
    return patterns
  }
}
