import ArgumentParser
import Reporting

struct LintCommand: ParsableCommand {
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

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  @Option(help: "Name shown for standard input.")
  var stdinFilename = "buildspec.yml"

  @OptionGroup var rules: LintRuleOptions

  @OptionGroup var changes: LintChangeOptions

  func run() throws {
    var request = LintRequest(
      paths: paths, outputs: format, showsStatistics: statistics, color: color, failOn: failOn,
      standardInputName: stdinFilename, honorsIgnores: !changes.noIgnores,
      baseline: changes.baseline, change: changes.change)
    request.listsFiles = listFiles
    request.rules = try rules.choice()
    request.config = rules.noConfig ? .none : rules.config.map { .file($0) } ?? .nearest
    throw ExitCode(try LintRun(request: request).run().rawValue)
  }
}

extension ReportTarget: ExpressibleByArgument {}
extension FindingsFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension LintRequest.Threshold: ExpressibleByArgument {}
