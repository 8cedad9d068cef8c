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
    return try LintOutput(request: request, reports: reports, files: try files()).finish()
  }

  private func files() throws(ToolError) -> [LintedFile] {
    let settings = try LinterSettings(request)
    if request.paths == [SourceReader.standardInput] {
      let source = try SourceReader.readStandardInput(named: request.standardInputName)
      let linter = try LinterCache(settings).standardInput(named: source.path)
      return [LintedFile(source, request.change, linter)]
    }
    let paths = try paths()
    try settings.shellCheck.askAhead(paths, settings)
    return try lint(paths, settings)
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

  private func lint(
    _ paths: [String], _ settings: LinterSettings
  ) throws(ToolError) -> [LintedFile] {
    try Workers.map(
      paths, context: { LinterCache(settings) },
      each: { path, linters throws(ToolError) in
        LintedFile(try SourceReader.read(path), request.change, try linters.linter(for: path))
      })
  }
}
