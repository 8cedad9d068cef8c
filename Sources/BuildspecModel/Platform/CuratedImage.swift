/// A build image that AWS provides.
package struct CuratedImage: Sendable {
  package enum Platform: String, Sendable {
    case linuxX86, linuxARM, windows, macARM
  }

  /// Name with its tag.
  package let name: String
  package let platform: Platform
  /// The distribution underneath.
  package let base: String
  package let state: ImageState
  /// Whether the image runs on Lambda compute.
  package let isLambda: Bool

  /// Whether `sh` is bash, as on Amazon Linux; on Ubuntu it is dash.
  package var hasBashAsSh: Bool { base.hasPrefix("Amazon Linux") }

  init(
    _ name: String, _ platform: Platform, _ base: String, _ state: ImageState,
    isLambda: Bool = false
  ) {
    self.name = name
    self.platform = platform
    self.base = base
    self.state = state
    self.isLambda = isLambda
  }
}
