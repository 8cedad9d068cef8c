/// What AWS does for a curated image.
package enum ImageState: String, Sendable {
  /// Gets updates.
  case maintained
  /// Stands in the list of images, without a word on its maintenance.
  case listed
  /// Can still be named, but gets no updates.
  case unmaintained
  /// No longer in the list.
  case retired
}
