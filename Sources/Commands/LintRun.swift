import BuildspecLint
import Diagnostics
import Reporting

/// Carries out a `lint`.
struct LintRun {
  let request: LintRequest

  /// Prints the findings and gives the exit status.
  func run() throws(ToolError) -> ExitStatus {
    if request.listsFiles { return try listFiles() }
    let reports = try ReportOutput(request)
    if request.change == .none, let style = reports.onlyText {
      let files = try lint {
        FileLinter.lint($0)
        return $0.map { ReportedFile($0, style) }
      }
      return try TextOutput(request: request, reports: reports, files: files).finish()
    }
    let files = try lint { $0.map { LintedFile($0, request.change) } }
    return try LintOutput(request: request, reports: reports, files: files).finish()
  }

  /// What `body` makes of some files, in their order.
  private func lint<File: Sendable>(
    _ body: @Sendable ([FileLinter]) -> [File]
  ) throws(ToolError) -> [File] {
    let settings = try LinterSettings(request)
    if request.paths == [SourceReader.standardInput] {
      let source = try SourceReader.readStandardInput(named: request.standardInputName)
      return body([try LinterCache(settings).linter(ofStandardInput: source)])
    }
    let paths = try paths()
    try settings.shellCheck.askAhead(paths, settings)
    return try Workers.map(
      paths, context: { LinterCache(settings) },
      each: { paths, linters throws(ToolError) in
        var files: [FileLinter] = []
        for path in paths { files.append(try linters.linter(of: try SourceReader.read(path))) }
        return body(files)
      })
  }

  private func paths() throws(ToolError) -> [String] {
    let paths = try BuildspecFinder().files(in: request.paths)
    if paths.isEmpty, request.paths.isEmpty {
      StandardStreams.writeError("buildspec: notice: no buildspec found in this folder\n")
    }
    return paths
  }

  private func listFiles() throws(ToolError) -> ExitStatus {
    let paths = request.paths == [SourceReader.standardInput] ? request.paths : try paths()
    StandardStreams.write(paths.map { $0 + "\n" }.joined())
    return .ok
  }
}
