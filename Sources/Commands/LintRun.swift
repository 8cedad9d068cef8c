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
      let files = try lint { ReportedFile($0, style, $1) }
      return try TextOutput(request: request, reports: reports, files: files).finish()
    }
    let files = try lint { LintedFile($0, request.change, $1) }
    return try LintOutput(request: request, reports: reports, files: files).finish()
  }

  /// What `body` makes of each file with its linter, in the order of the files.
  private func lint<File: Sendable>(
    _ body: @Sendable (SourceText, FileLinter) -> File
  ) throws(ToolError) -> [File] {
    let settings = try LinterSettings(request)
    if request.paths == [SourceReader.standardInput] {
      let source = try SourceReader.readStandardInput(named: request.standardInputName)
      return [body(source, try LinterCache(settings).standardInput(named: source.path))]
    }
    let paths = try paths()
    try settings.shellCheck.askAhead(paths, settings)
    return try Workers.map(
      paths, context: { LinterCache(settings) },
      each: { path, linters throws(ToolError) in
        body(try SourceReader.read(path), try linters.linter(for: path))
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
