import ArgumentParser
import Diagnostics
import ImageDefinitions
import Reporting

struct ImageDefinitionsCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a file before a deployment reads it.",
    discussion: """
      A file named imageDetail.json, or one that holds an object, is checked as imageDetail.json; \
      any other as imagedefinitions.json.
      """)

  @Argument(help: "File to check; - for standard input.", completion: .file(extensions: ["json"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Task definition whose containers the names must match, bare or as described by ECS.",
      valueName: "FILE"),
    completion: .file(extensions: ["json"]))
  var taskDefinition: String?

  @Option(help: "Output format.")
  var format = FindingsFormat.text

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  func run() throws {
    let files = try findings()
    StandardStreams.write(
      FindingsReport.render(
        files, as: format, style: color.style(forDescriptor: 1), context: .current))
    let isFailure = files.contains { $0.diagnostics.contains { $0.severity == .error } }
    throw ExitCode((isFailure ? ExitStatus.failure : .ok).rawValue)
  }

  func findings() throws(ToolError) -> [FileFindings] {
    let source = try read(file)
    guard let path = taskDefinition else {
      return [FileFindings(source: source, diagnostics: ImageFileChecker.check(source).findings)]
    }
    let taskSource = try read(path)
    let (task, problems) = TaskDefinition.read(taskSource)
    let (kind, findings) = ImageFileChecker.check(source, against: task)
    let placeholders = kind == .detail ? task?.withoutPlaceholder ?? [] : []
    return [
      FileFindings(source: source, diagnostics: findings),
      FileFindings(source: taskSource, diagnostics: (problems + placeholders).sorted()),
    ]
  }

  private func read(_ path: String) throws(ToolError) -> SourceText {
    path == SourceReader.standardInput
      ? try SourceReader.readStandardInput(named: "<stdin>") : try SourceReader.read(path)
  }
}
