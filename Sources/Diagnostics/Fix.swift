/// A change of the source that removes a finding.
package struct Fix: Hashable, Sendable {
  package enum Safety: String, Sendable {
    /// The build does the same or what was plainly meant.
    case safe
    /// The build may do something else; a person should look.
    case unsafe
  }

  package var title: String
  package var safety: Safety
  package var edits: [TextEdit]

  package init(title: String, safety: Safety, edits: [TextEdit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}
