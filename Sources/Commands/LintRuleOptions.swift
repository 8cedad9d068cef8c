import ArgumentParser
import BuildspecLint

/// The flags of `lint` that choose rules.
struct LintRuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only these rules: codes, names or beginnings of codes, parted by commas.",
      valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Do not report these rules.", valueName: "rules"))
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp(
      "Change the severity of a rule to error, warning, info or off.", valueName: "rule=severity"))
  var severity: [String] = []

  @Option(help: "Config file, instead of the nearest .buildspecrc.yml.", completion: .file())
  var config: String?

  @Flag(help: "Use no config file.")
  var noConfig = false

  func validate() throws {
    if noConfig, config != nil {
      throw ValidationError("--config and --no-config exclude each other")
    }
    _ = try choice()
  }

  func choice() throws -> RuleChoice {
    var choice = RuleChoice()
    choice.select = try select.flatMap { try Self.rules($0, "--select") }
    choice.ignore = try ignore.flatMap { try Self.rules($0, "--ignore") }
    choice.levels = try severity.map(Self.level)
    return choice
  }

  private static func rules(_ list: String, _ flag: String) throws -> [RuleSelector] {
    try list.split(separator: ",").map { try rule(String($0), flag) }
  }

  private static func rule(_ text: String, _ flag: String) throws -> RuleSelector {
    if let rule = RuleSelector(text) { return rule }
    throw ValidationError("\(flag): no rule is called `\(text)`: \(RuleSelector.help(for: text))")
  }

  private static func level(_ text: String) throws -> RuleChoice.Level {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let severity = RuleChoice.severity(parts[1]) else {
      throw ValidationError("--severity \(text): write RULE=error, warning, info or off")
    }
    return RuleChoice.Level(rules: try rule(parts[0], "--severity"), severity: severity)
  }
}
