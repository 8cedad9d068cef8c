/// A variable that CodeBuild sets in every build, or in builds of one kind.
package struct BuiltInVariable: Sendable {
  package enum Presence: Sendable {
    case always
    /// In builds of a batch.
    case batch
    /// In builds that a webhook started.
    case webhook
    /// In builds that serve as runners of another service.
    case runner
    /// When the project or its source has the thing.
    case sometimes
    /// Set by the user of CodeBuild, although the prefix is reserved.
    case setByUser
  }

  package let name: String
  package let presence: Presence
  /// One line for people: hover, completion.
  package let summary: String

  init(_ name: String, _ presence: Presence, _ summary: String) {
    self.name = name
    self.presence = presence
    self.summary = summary
  }
}
