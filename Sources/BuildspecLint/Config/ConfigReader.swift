import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Reads a config file into a `LintConfig`, with a finding for each mistake.
struct ConfigReader {
  private let source: SourceText
  private(set) var config = LintConfig()
  private(set) var findings: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func read() {
    let document = YAMLDocument(parsing: source)
    for problem in document.problems where problem.kind != .empty {
      findings.append(
        ConfigRule.syntax.finding(
          Self.message(problem), at: problem.range, related: problem.related))
    }
    guard let root = document.root, !root.isNull else { return }
    guard let pairs = root.mapping else {
      wrongType("the file", "a mapping", at: root.range)
      return
    }
    for pair in pairs { read(pair) }
  }

  private static func message(_ problem: YAMLProblem) -> String {
    switch problem.kind {
    case .syntax(let error): "this is not YAML: \(error.problem)"
    case .duplicateKey(let key): "`\(key.shown)` stands here twice"
    case .encoding(let name): "the file is not UTF-8: \(name)"
    default: "this cannot be read"
    }
  }

  private mutating func read(_ pair: YAMLPair) {
    let name = pair.key.scalar?.text ?? ""
    guard let key = ConfigKey(rawValue: name) else {
      let keys = ConfigKey.allCases.map(\.rawValue)
      let meant = Suggestion.nearest(to: name, in: keys)
      findings.append(
        ConfigRule.unknownKey.finding(
          "`\(name.shown)` is not a key of this file", at: firstLine(pair.key.range),
          help: meant.map { "did you mean `\($0)`?" } ?? "the keys are \(keys.ticked)"))
      return
    }
    switch key {
    case .select: config.choice.select = rules(pair)
    case .ignore: config.choice.ignore = rules(pair)
    case .severity: config.choice.levels = levels(pair)
    case .shellcheck: config.shellCheck = mode(pair)
    case .perFileIgnores:
      for entry in mapping(pair) {
        guard let pattern = entry.key.scalar?.text else { continue }
        config.fileIgnores.append(
          LintConfig.FileIgnores(pattern: pattern, rules: rules(entry)))
      }
    case .image: config.image = image(pair)
    case .project: config.project = text(pair)
    }
  }

  /// A list of rules; one rule alone is taken too.
  private mutating func rules(_ pair: YAMLPair) -> [RuleSelector] {
    let items: [YAMLNode]
    switch pair.value.content {
    case .sequence(let nodes): items = nodes
    case .scalar where pair.value.isNull: items = []
    case .scalar: items = [pair.value]
    case .mapping:
      wrongType("`\(pair.key.scalar?.text ?? "")`", "a list of rules", at: pair.value.range)
      return []
    }
    return items.compactMap { rule($0) }
  }

  private mutating func rule(_ node: YAMLNode) -> RuleSelector? {
    guard let text = node.scalar?.text else {
      wrongType("an item", "the code or name of a rule", at: node.range)
      return nil
    }
    if let rule = RuleSelector(text) { return rule }
    findings.append(
      ConfigRule.unknownRule.finding(
        "no rule is called `\(text.shown)`", at: node.range, help: RuleSelector.help(for: text)))
    return nil
  }

  private mutating func levels(_ pair: YAMLPair) -> [RuleChoice.Level] {
    mapping(pair).compactMap { entry in
      guard let rules = rule(entry.key) else { return nil }
      let word = entry.value.scalar?.text ?? ""
      guard let severity = RuleChoice.severity(word) else {
        findings.append(
          ConfigRule.unknownSeverity.finding(
            "`\(word.shown)` is no severity", at: firstLine(entry.value.range),
            help: "the severities are `error`, `warning`, `info` and `off`"))
        return nil
      }
      return RuleChoice.Level(rules: rules, severity: severity)
    }
  }

  private mutating func image(_ pair: YAMLPair) -> String? {
    guard let name = text(pair) else { return nil }
    guard let fault = ImageTable.fault(in: name) else { return name }
    findings.append(
      ConfigRule.unknownImage.finding("`\(name.shown)`: \(fault)", at: firstLine(pair.value.range)))
    return nil
  }

  private mutating func text(_ pair: YAMLPair) -> String? {
    if pair.value.isNull { return nil }
    if let text = pair.value.scalar?.text { return text }
    wrongType("`\(pair.key.scalar?.text ?? "")`", "a text", at: pair.value.range)
    return nil
  }

  private mutating func mode(_ pair: YAMLPair) -> ShellCheckMode? {
    let mode = ShellCheckMode(rawValue: pair.value.scalar?.text ?? "")
    if mode == nil {
      wrongType("`shellcheck`", "`auto`, `on` or `off`", at: pair.value.range)
    }
    return mode
  }

  private mutating func mapping(_ pair: YAMLPair) -> [YAMLPair] {
    if let pairs = pair.value.mapping { return pairs }
    if !pair.value.isNull {
      wrongType("`\(pair.key.scalar?.text ?? "")`", "a mapping", at: pair.value.range)
    }
    return []
  }

  private mutating func wrongType(_ what: String, _ expected: String, at range: SourceRange) {
    findings.append(
      ConfigRule.wrongType.finding("\(what) must be \(expected)", at: firstLine(range)))
  }

  private func firstLine(_ range: SourceRange) -> SourceRange { source.firstLine(of: range) }
}
