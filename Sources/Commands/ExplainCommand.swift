import ArgumentParser
import BuildspecLint
import Diagnostics
import Reporting

struct ExplainCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show what a rule finds, why, and how to mend it.")

  @Argument(help: "Code or name of a rule, such as BS202 or command-is-mapping.")
  var rule: String

  @Option(help: "Output format.")
  var format = Format.text

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  func run() throws {
    guard let info = RuleCatalog.rule(rule)?.info else { throw unknown() }
    switch format {
    case .text:
      StandardStreams.write(RulePage.text(info, style: color.style(forDescriptor: 1)))
    case .markdown: StandardStreams.write(RulePage.markdown(info))
    case .json: StandardStreams.write(RulePage.json(info))
    }
  }

  private func unknown() -> ToolError {
    let names = RuleCatalog.rules.flatMap { [$0.info.identity.name, $0.info.identity.code] }
    let hint = Suggestion.nearest(to: rule, in: names).map { "did you mean `\($0)`?" }
    return .usage("no rule is called `\(rule)`: \(hint ?? "see `buildspec rules`")")
  }
}
