/// What is being done to find artifacts, in the order and words of the service's log.
package enum ArtifactStep: Hashable, Sendable {
  case secondary(String)
  /// A report group; what follows is about its files.
  case report(String)
  case expandingBase(String)
  case expandingFiles(base: String)
  case expanding(String)
  case skipping(String)
  /// A folder named without a wildcard, whose content is not taken.
  case folderNamed(String)
  /// A link that leads out of the source.
  case linkLeftOut(String)
  /// A link inside the artifact that leads to no file, where links are not kept.
  case linkNotFollowed(String)
  case found(Int)
  /// Two files of the artifact have the same name; the second one is not kept.
  case collision(name: String, kept: String, dropped: String)
}
