import ArgumentParser
import BuildspecLint
import Dispatch
import Reporting

struct LintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check buildspec files, and buildspecs in templates.",
    discussion: """
      A folder is searched for buildspecs by name and by content, and for templates of \
      CloudFormation and files of Terraform that have buildspecs in them; files that .gitignore \
      names are left out. Without a path the current folder is searched.
      """)

  @Argument(
    help: "Files and folders; - for standard input.",
    completion: .file(extensions: ["yml", "yaml"])
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Output format; NAME=FILE writes to a file. Repeat it for several.",
      discussion: "Formats: \(FindingsFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "NAME[=FILE]"),
    completion: .list(FindingsFormat.allCases.map(\.rawValue)))
  var format: [ReportTarget] = []

  @Flag(help: "Count the findings of each rule instead of listing them.")
  var statistics = false

  @Flag(help: "Print the files that would be checked, one a line, and check nothing.")
  var listFiles = false

  @Option(help: "Lowest severity that makes the exit status 1.")
  var failOn = LintRequest.Threshold.error

  @Option(
    help: ArgumentHelp(
      "Whether ShellCheck reads the commands too; auto when it is installed.",
      valueName: "auto|on|off"))
  var shellcheck: ShellCheckMode?

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  @Option(help: "Name shown for standard input.")
  var stdinFilename = "buildspec.yml"

  @OptionGroup var rules: LintRuleOptions

  @OptionGroup var project: LintProjectOptions

  @OptionGroup var changes: LintChangeOptions

  func validate() throws {
    let input = SourceReader.standardInput
    if paths.contains(input), project.project?.split(separator: "#").first == input[...] {
      throw ValidationError("standard input cannot be both the buildspec and the project")
    }
  }

  func run() async throws {
    var request = LintRequest(
      paths: paths, outputs: format, showsStatistics: statistics, color: color, failOn: failOn,
      standardInputName: stdinFilename, honorsIgnores: !changes.noIgnores,
      baseline: changes.baseline, change: changes.change)
    request.listsFiles = listFiles
    request.rules = try rules.choice()
    request.project = project.choice
    request.config = rules.noConfig ? .none : rules.config.map { .file($0) } ?? .nearest
    request.shellCheck = shellcheck
    let lint = LintRun(request: request)
    // It waits for ShellCheck, which no task may do.
    let status = await withCheckedContinuation { continuation in
      DispatchQueue(label: "lint").async {
        continuation.resume(returning: Result { () throws(ToolError) in try lint.run() })
      }
    }
    throw ExitCode(try status.get().rawValue)
  }
}

extension ReportTarget: ExpressibleByArgument {}
extension FindingsFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension LintRequest.Threshold: ExpressibleByArgument {}
