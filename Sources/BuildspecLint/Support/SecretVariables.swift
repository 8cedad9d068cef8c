import BuildspecModel
import Diagnostics
import ShellSyntax

/// Which variables hold secrets at a place of the script, as far as the file tells.
struct SecretVariables {
  /// Read by the service, which masks their exact values in the log.
  private(set) var masked: Set<String>
  /// Read by commands; nothing masks them.
  private(set) var open: Set<String> = []

  /// Words without which a file fetches no secret.
  static let signs: [StaticString] = [
    "secrets-manager", "parameter-store", "get-secret-value", "get-parameter",
  ]

  init(_ file: BuildspecFile) {
    let env = file.buildspec.env
    masked = Set((env?.secretsManager ?? []).map(\.name.value).filter { !Self.isHarmless($0) })
    // Parameters often hold what is no secret.
    for entry in env?.parameterStore ?? [] where SecretLikeName.isSecret(entry.name.value) {
      masked.insert(entry.name.value)
    }
  }

  var isEmpty: Bool { masked.isEmpty && open.isEmpty }

  func contains(_ name: String) -> Bool { masked.contains(name) || open.contains(name) }

  /// Whether a command may set or use a secret, by its text.
  func mayConcern(_ item: ShellItem) -> Bool {
    item.holds("get-secret-value", "get-parameter")
      || masked.contains(where: item.command.text.holds)
      || open.contains(where: item.command.text.holds)
  }

  /// Takes over what a command sets.
  mutating func follow(_ command: ShellCommand) {
    for assignment in command.assignments {
      if let value = assignment.value { set(assignment.name, to: value) }
    }
    switch command.name {
    case "export", "readonly", "declare", "local", "typeset":
      for word in command.arguments {
        let prefix = word.literalPrefix.utf8
        guard let sign = prefix.firstIndex(of: UInt8(ascii: "=")) else { continue }
        set(String(prefix[..<sign]) ?? "", to: word)
      }
    default: break
    }
  }

  private mutating func set(_ name: String, to value: ShellWord) {
    switch origin(of: value, for: name) {
    case .open where !Self.isHarmless(name): open.insert(name)
    case .masked where !Self.isHarmless(name): masked.insert(name)
    default:
      open.remove(name)
      masked.remove(name)
    }
  }

  private enum Origin { case none, masked, open }

  private func origin(of value: ShellWord, for name: String) -> Origin {
    var origin = Origin.none
    value.forEachParameter { parameter, operation, _, _ in
      guard Self.showsValue(operation) else { return }
      if open.contains(parameter) { origin = .open }
      if masked.contains(parameter), origin == .none { origin = .masked }
    }
    value.forEachSubstitution { script in
      for statement in script.statements {
        for pipeline in statement.pipelines where isSecret(pipeline, name) { origin = .open }
      }
    }
    return origin
  }

  /// Whether the pipeline fetches a secret or takes a part out of one.
  private func isSecret(_ pipeline: ShellPipeline, _ name: String) -> Bool {
    guard case .simple(let first)? = pipeline.elements.first, !first.isRedirected,
      pipeline.elements.dropFirst().allSatisfy({ Self.isOne(of: Self.filters, $0) })
    else { return false }
    switch Self.fetched(by: first) {
    case .secret?: return true
    case .parameter?: return SecretLikeName.isSecret(name)
    case nil: break
    }
    guard first.name == "echo" || first.name == "printf", pipeline.elements.count > 1 else {
      return false
    }
    return mentioned(in: first) != nil
  }

  /// The first secret whose value stands among the arguments of a command.
  func mentioned(in command: ShellCommand) -> String? {
    var found: String?
    for word in command.words {
      word.forEachParameter { name, operation, _, _ in
        guard contains(name), Self.showsValue(operation), found == nil || open.contains(name)
        else { return }
        found = name
      }
    }
    return found
  }

  enum Fetched { case secret, parameter }

  /// What a call of the AWS CLI prints.
  static func fetched(by command: ShellCommand) -> Fetched? {
    guard command.name == "aws" else { return nil }
    let isSecret = command.has("secretsmanager") && command.has("get-secret-value")
    let isParameter =
      command.has("ssm") && command.has("--with-decryption")
      && (command.has("get-parameter") || command.has("get-parameters"))
    guard isSecret || isParameter, !asksForOther(command) else { return nil }
    return isSecret ? .secret : .parameter
  }

  /// Whether `--query` picks something else than the value.
  private static func asksForOther(_ command: ShellCommand) -> Bool {
    guard let option = command.words.firstIndex(where: { $0.literal == "--query" }),
      option + 1 < command.words.count
    else { return false }
    let query = command.words[option + 1].literalPrefix
    return !query.holds("Secret") && !query.holds("Value")
  }

  static func isOne(of names: [String], _ element: ShellElement) -> Bool {
    guard case .simple(let command) = element, let name = command.program else { return false }
    return names.contains(name)
  }

  /// Programs that hand on a part of what they read.
  private static let filters = ["jq", "base64", "tr", "cut", "sed", "awk", "python", "python3"]

  /// Whether an expansion gives the value, and not its length, a test or another text.
  static func showsValue(_ operation: String) -> Bool {
    operation.isEmpty || operation.utf8.starts(with: ":-".utf8)
      || operation.utf8.starts(with: ":?".utf8)
  }

  /// By its last word: what a secret holds beside the secret.
  private static func isHarmless(_ name: String) -> Bool {
    let words = Array(name.uppercased().utf8).split { $0 == UInt8(ascii: "_") }
    guard let last = words.last else { return true }
    return [
      "USER", "USERNAME", "LOGIN", "HOST", "HOSTNAME", "ENDPOINT", "PORT", "NAME", "DBNAME", "ARN",
      "ID", "REGION", "URL", "URI", "VERSION", "TYPE", "ENGINE", "EMAIL", "ACCOUNT", "BUCKET",
      "DOMAIN", "DATABASE", "DB", "PATH", "REPO", "REPOSITORY", "ORG", "STAGE", "ENV", "PROJECT",
      "ROLE", "BRANCH", "TAG", "CLUSTER", "SERVICE", "IMAGE", "REGISTRY",
    ].contains { last.elementsEqual($0.utf8) }
  }
}
