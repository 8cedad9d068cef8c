/// One group under `reports`.
package struct ReportGroup: Hashable, Sendable {
  /// Name, ARN or `$VARIABLE`.
  package var name: Located<String>
  package var files: [Located<String>]?
  package var fileFormat: Located<String>?
  package var baseDirectory: Located<String>?
  package var discardPaths: Located<Bool>?

  package init(name: Located<String>) {
    self.name = name
  }
}
