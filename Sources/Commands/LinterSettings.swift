import BuildspecModel

/// What the linters of all files of a run share.
struct LinterSettings: Sendable {
  var request: LintRequest
  var baseline: BaselineFile?
  /// The config file that was named.
  var config: ConfigFile?
  /// The project that the flags tell of.
  var project: BuildProject?
  var shellCheck: ShellCheckChoice

  init(_ request: LintRequest) throws(ToolError) {
    self.request = request
    shellCheck = try ShellCheckChoice(request.shellCheck)
    if let path = request.baseline { baseline = try BaselineFile.read(path) }
    if case .file(let path) = request.config { config = try ConfigFinder().read(path) }
    project = try request.project.read()
  }
}
