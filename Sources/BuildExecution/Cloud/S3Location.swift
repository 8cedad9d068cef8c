/// A place in S3: a bucket and the begin of the keys in it.
package struct S3Location: Hashable, Sendable {
  package var bucket: String
  /// Without `/` in front and at the end; empty for the whole bucket.
  package var prefix: String

  private static let scheme = "s3://"

  /// Reads `s3://bucket/prefix`.
  package init?(_ text: String) {
    guard text.hasPrefix(Self.scheme) else { return nil }
    let parts = text.dropFirst(Self.scheme.count).split(separator: "/")
    guard !text.hasPrefix("s3:///"), let bucket = parts.first else { return nil }
    self.bucket = String(bucket)
    self.prefix = parts.dropFirst().joined(separator: "/")
  }

  package func appending(_ path: String) -> S3Location {
    guard !path.isEmpty else { return self }
    var result = self
    result.prefix = prefix.isEmpty ? path : "\(prefix)/\(path)"
    return result
  }

  package var url: String { Self.scheme + bucket + (prefix.isEmpty ? "" : "/\(prefix)") }
}
