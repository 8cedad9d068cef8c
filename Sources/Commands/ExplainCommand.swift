import ArgumentParser
import BuildspecLint
import Diagnostics
import LogExplanations
import Reporting

struct ExplainCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or a line of a CodeBuild log.",
    discussion: """
      A line is taken as it stands in the log, with whatever is before it: \
      buildspec explain "YAML_FILE_ERROR Message: YAML file does not exist". A log on standard input \
      is explained from its first failed phase on. `parity` shows what is the same as in \
      CodeBuild, key by key.
      """)

  @Argument(
    help: ArgumentHelp(
      "A rule, such as BS202 or command-is-mapping; a line of a log; - for a log on standard input.",
      valueName: "rule-or-line"))
  var words: [String]

  @Option(help: "Output format.")
  var format = Format.text

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  func run() throws {
    let text = words.joined(separator: " ")
    if let info = RuleCatalog.rule(text)?.info { return show(info) }
    if let rule = ShellCheckCode.rule(text) { return show(rule) }
    if text == "parity" { return showParity() }
    let isLog = text == SourceReader.standardInput
    let log = isLog ? try SourceReader.readLog() : Array(text.utf8)
    let explanations = LogExplainer.explain(log)
    if !explanations.isEmpty { return show(explanations) }
    if isLog { throw ToolError(.failure, "nothing in this log is known to buildspec") }
    guard text.contains(" ") else { throw unknown(text) }
    throw ToolError(.failure, "this line is not known to buildspec; is it the one with the error?")
  }

  private func show(_ info: RuleInfo) {
    switch format {
    case .text:
      StandardStreams.write(RulePage.text(info, style: color.style(forDescriptor: 1)))
    case .markdown: StandardStreams.write(RulePage.markdown(info))
    case .json: StandardStreams.write(RulePage.json(info))
    }
  }

  private func showParity() {
    switch format {
    case .text: StandardStreams.write(ParityPage.text(style: color.style(forDescriptor: 1)))
    case .markdown: StandardStreams.write(ParityPage.markdown())
    case .json: StandardStreams.write(ParityPage.json())
    }
  }

  /// ShellCheck explains its codes itself.
  private func show(_ rule: RuleIdentity) {
    switch format {
    case .text: StandardStreams.write(ShellCheckPage.text(rule))
    case .markdown: StandardStreams.write(ShellCheckPage.markdown(rule))
    case .json: StandardStreams.write(ShellCheckPage.json(rule))
    }
  }

  private func show(_ explanations: [LogExplanation]) {
    switch format {
    case .text:
      let style = color.style(forDescriptor: 1)
      StandardStreams.write(LogExplanationPage.text(explanations, style: style))
    case .markdown: StandardStreams.write(LogExplanationPage.markdown(explanations))
    case .json: StandardStreams.write(LogExplanationPage.json(explanations))
    }
  }

  private func unknown(_ rule: String) -> ToolError {
    let names = RuleCatalog.rules.flatMap { [$0.info.identity.name, $0.info.identity.code] }
    let hint = Suggestion.nearest(to: rule, in: names).map { "did you mean `\($0)`?" }
    return .usage("no rule is called `\(rule)`: \(hint ?? "see `buildspec rules`")")
  }
}
