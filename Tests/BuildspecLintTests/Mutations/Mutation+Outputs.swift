import TestSupport

/// Artifacts, reports and cache.
extension Mutation {
  static let outputs = [
    section(
      "artifacts without files", ["BS601"], "«artifacts:»\n  base-directory: out",
      "«artifacts:»\n  discard-paths: yes"),
    section(
      "cache action that does not exist", ["BS618"],
      "cache:\n  key: a-$B\n  «action: write»\n  paths: [a]"),
    section("cache without paths", ["BS615"], "«cache:»\n  key: a-$CODEBUILD_BUILD_NUMBER"),
    section(
      "fallback keys without a key", ["BS616"],
      "cache:\n  «fallback-keys:»\n    - a-\n  paths: [a]"),
    section(
      "format that does not go with its files", ["BS613"],
      "reports:\n  «unit:\n    files: [a.json]\n    file-format: JUNITXML»"),
    section(
      "key of the cache that never changes", ["BS619"], "cache:\n  «key: deps»\n  paths: [a]"),
    section(
      "many files in one folder", ["BS605"],
      "artifacts:\n  files: ['**/*']\n  «discard-paths: yes»"),
    section("report without files", ["BS610"], "reports:\n  «unit:»\n    file-format: JUNITXML"),
    section(
      "secondary artifact without files", ["BS606"],
      "artifacts:\n  files: a\n  secondary-artifacts:\n    «docs:»\n      base-directory: out"),
    section(
      "too many fallback keys", ["BS617"],
      "cache:\n  key: a-$B\n  «fallback-keys: [a, b, c, d, e, f]»\n  paths: [a]"),
  ]
}
