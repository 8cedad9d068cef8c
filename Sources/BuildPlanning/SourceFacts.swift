/// What is known about the source before the build; what is unknown stays `nil`.
package struct SourceFacts: Hashable, Sendable {
  /// The project's folder as the user named it.
  package var directory: String
  /// Commit that is checked out.
  package var commit: String?
  /// Branch that is checked out.
  package var branch: String?
  /// URL of the remote `origin`, without credentials.
  package var repositoryURL: String?

  package init(
    directory: String, commit: String? = nil, branch: String? = nil, repositoryURL: String? = nil
  ) {
    self.directory = directory
    self.commit = commit
    self.branch = branch
    self.repositoryURL = repositoryURL
  }
}
