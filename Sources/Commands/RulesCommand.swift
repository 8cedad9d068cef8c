import ArgumentParser
import BuildspecLint
import Diagnostics
import Reporting

struct RulesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules of lint.")

  @Option(help: "Output format.")
  var format = Format.text

  func run() {
    let infos = RuleCatalog.rules.map { $0.info }
    switch format {
    case .text: StandardStreams.write(RuleList.text(infos) + ShellCheckPage.listing)
    case .json: StandardStreams.write(RuleList.json(infos))
    }
  }
}
