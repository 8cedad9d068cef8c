import BuildspecLint
import BuildspecModel
import Diagnostics
import Dispatch
import Reporting

/// Carries out a `lint`.
struct LintRun {
  let request: LintRequest

  /// Prints the findings and gives the exit status.
  func run() throws(ToolError) -> ExitStatus {
    let output = try LintOutput(request)
    let files = try findings()
    try output.write(files)
    let isFailure = files.contains { file in
      file.diagnostics.contains { request.failOn.isReached(by: $0.severity) }
    }
    return isFailure ? .failure : .ok
  }

  private func findings() throws(ToolError) -> [FileFindings] {
    if request.paths == [SourceReader.standardInput] {
      return [
        lint(try SourceReader.readStandardInput(named: request.standardInputName), LintContext())
      ]
    }
    let paths = try BuildspecFinder().files(in: request.paths)
    if paths.isEmpty, request.paths.isEmpty {
      StandardStreams.writeError("buildspec: notice: no buildspec found in this folder\n")
    }
    return try lint(paths)
  }

  /// Files are independent, so many are shared among the cores; a few are not worth the threads.
  private func lint(_ paths: [String]) throws(ToolError) -> [FileFindings] {
    let perTask = 16
    if paths.count <= perTask { return try lint(paths[...]) }
    let tasks = (paths.count + perTask - 1) / perTask
    let results = Results(count: tasks)
    DispatchQueue.concurrentPerform(iterations: tasks) { task in
      let slice = paths[(task * perTask)..<min((task + 1) * perTask, paths.count)]
      results.store(Result { () throws(ToolError) in try lint(slice) }, at: task)
    }
    return try results.all()
  }

  private func lint(_ paths: ArraySlice<String>) throws(ToolError) -> [FileFindings] {
    var files: [FileFindings] = []
    let roots = SourceRootCache()
    for path in paths {
      let context = LintContext { roots.root(of: path).contains($0) }
      files.append(lint(try SourceReader.read(path), context))
    }
    return files
  }

  private func lint(_ source: SourceText, _ context: LintContext) -> FileFindings {
    FileFindings(
      source: source, diagnostics: Linter.lint(BuildspecFile(source: source), context))
  }
}

/// Results of tasks that run side by side, each with a place of its own.
private final class Results: @unchecked Sendable {
  private var slots: [Result<[FileFindings], ToolError>?]
  private let queue = DispatchQueue(label: "results")

  init(count: Int) {
    slots = Array(repeating: nil, count: count)
  }

  func store(_ result: Result<[FileFindings], ToolError>, at index: Int) {
    queue.sync { slots[index] = result }
  }

  func all() throws(ToolError) -> [FileFindings] {
    var files: [FileFindings] = []
    for slot in slots {
      if let slot { files += try slot.get() }
    }
    return files
  }
}
