import ArgumentParser
import Reporting

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check buildspec files.",
    discussion: """
      A folder is searched for buildspecs by name and by content; files that .gitignore names are \
      left out. Without a path the current folder is searched.
      """)

  @Argument(
    help: "Files and folders; - for standard input.",
    completion: .file(extensions: ["yml", "yaml"])
  )
  var paths: [String] = []

  @Option(help: "Output format.")
  var format = FindingsFormat.text

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
      paths: paths, format: format, color: color, failOn: failOn,
      standardInputName: stdinFilename, honorsIgnores: !changes.noIgnores,
      baseline: changes.baseline, change: changes.change)
    request.rules = try rules.choice()
    request.config = rules.noConfig ? .none : rules.config.map { .file($0) } ?? .nearest
    throw ExitCode(try LintRun(request: request).run().rawValue)
  }
}

extension FindingsFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension LintRequest.Threshold: ExpressibleByArgument {}
