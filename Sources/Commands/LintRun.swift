import BuildspecLint
import Diagnostics
import Dispatch
import Reporting

/// Carries out a `lint`.
struct LintRun {
  let request: LintRequest

  /// Prints the findings and gives the exit status.
  func run() throws(ToolError) -> ExitStatus {
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
    let paths = try BuildspecFinder().files(in: request.paths)
    if paths.isEmpty, request.paths.isEmpty {
      StandardStreams.writeError("buildspec: notice: no buildspec found in this folder\n")
    }
    return try lint(paths, settings)
  }

  /// Files are independent, so many are shared among the cores; a few are not worth the threads.
  private func lint(
    _ paths: [String], _ settings: LinterSettings
  ) throws(ToolError) -> [LintedFile] {
    let perTask = 16
    if paths.count <= perTask { return try lint(paths[...], settings) }
    let tasks = (paths.count + perTask - 1) / perTask
    let results = Results(count: tasks)
    DispatchQueue.concurrentPerform(iterations: tasks) { task in
      let slice = paths[(task * perTask)..<min((task + 1) * perTask, paths.count)]
      let result = Result { () throws(ToolError) in try lint(slice, settings) }
      results.store(result, at: task)
    }
    return try results.all()
  }

  private func lint(
    _ paths: ArraySlice<String>, _ settings: LinterSettings
  ) throws(ToolError) -> [LintedFile] {
    let linters = LinterCache(settings)
    var files: [LintedFile] = []
    for path in paths {
      let source = try SourceReader.read(path)
      files.append(LintedFile(source, request.change, try linters.linter(for: path)))
    }
    return files
  }
}

/// Results of tasks that run side by side, each with a place of its own.
private final class Results: @unchecked Sendable {
  private var slots: [Result<[LintedFile], ToolError>?]
  private let queue = DispatchQueue(label: "results")

  init(count: Int) {
    slots = Array(repeating: nil, count: count)
  }

  func store(_ result: Result<[LintedFile], ToolError>, at index: Int) {
    queue.sync { slots[index] = result }
  }

  func all() throws(ToolError) -> [LintedFile] {
    var files: [LintedFile] = []
    for slot in slots {
      if let slot { files += try slot.get() }
    }
    return files
  }
}
