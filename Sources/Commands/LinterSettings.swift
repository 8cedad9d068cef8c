/// What the linters of all files of a run share.
struct LinterSettings: Sendable {
  var request: LintRequest
  var baseline: BaselineFile?
}
