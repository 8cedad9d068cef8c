import BuildspecModel
import Diagnostics
import ShellSyntax

/// Secrets that commands print into the log.
enum SecretPrinted: ShellRule {
  static let info = RuleInfo(
    "BS515", "secret-printed", .warning,
    summary: "A command prints a secret into the log.",
    why: """
      CodeBuild masks what `env` reads from Secrets Manager and Parameter Store, but only the exact \
      text: a part of it or another spelling stays readable. What a command reads is never masked. \
      Many people can read logs, and they are kept.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - PASSWORD=$(aws secretsmanager get-secret-value --secret-id shop/db --query SecretString)
            - echo "the password is $PASSWORD"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - PASSWORD=$(aws secretsmanager get-secret-value --secret-id shop/db --query SecretString)
            - printf '%s' "$PASSWORD" | docker login -u build --password-stdin "$REGISTRY"
      """,
    source: "CodeBuild user guide, secrets-manager: which values are masked in build logs.")

  static let signs = SecretVariables.signs

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var reader = Reader(SecretVariables(file))
    for item in shell.items
    where reader.secrets.mayConcern(item) || item.holds("env", "export -p") {
      reader.item = item
      reader.read(item.script.statements, isShown: true)
    }
    // What is surely readable stands for the rest of the file.
    let surely = reader.places.filter { $0.severity == .warning }
    let places = (surely.isEmpty ? reader.places : surely).map { ($0.message, $0.range) }
    return findingOnce(
      places, severity: surely.isEmpty ? .info : .warning,
      help: "do not print it; to see whether it is set, print its length: `${#NAME}`")
  }

  /// Goes through the script in the order in which it runs.
  private struct Reader {
    var secrets: SecretVariables
    var item: ShellItem?
    var places: [(severity: Severity, message: String, range: SourceRange)] = []

    init(_ secrets: SecretVariables) {
      self.secrets = secrets
    }

    mutating func read(_ statements: [ShellStatement], isShown: Bool) {
      for statement in statements {
        for pipeline in statement.pipelines {
          if isShown { look(at: pipeline) }
          for element in pipeline.elements {
            switch element {
            case .simple(let command): secrets.follow(command)
            case .compound(let compound):
              let isAlone = pipeline.elements.count == 1 && compound.redirections.isEmpty
              read(compound.body, isShown: isShown && isAlone && !compound.kind.isFunction)
            }
          }
        }
      }
    }

    private mutating func look(at pipeline: ShellPipeline) {
      let commands = pipeline.elements.compactMap { element -> ShellCommand? in
        guard case .simple(let command) = element else { return nil }
        return command
      }
      guard commands.count == pipeline.elements.count, let first = commands.first,
        let last = commands.last, !commands.contains(where: \.isRedirected)
      else { return }
      let range = SourceRange(start: first.range.start, end: last.range.end)
      if let fetched = SecretVariables.fetched(by: first), areFilters(commands.dropFirst()) {
        add(fetched == .secret ? .warning : .info, "this prints the secret", range)
        return
      }
      switch first.name {
      case "echo", "printf",
        "printenv" where first.words.count > 1:
        let name = first.name == "printenv" ? variable(of: first) : secrets.mentioned(in: first)
        guard let name, areEncoders(commands.dropFirst()) else { return }
        if secrets.open.contains(name) {
          add(.warning, "`$\(name)` holds a secret that nothing masks in the log", range)
        } else if commands.count > 1 {
          add(.warning, "`$\(name)` is masked only as it stands, not in another form", range)
        } else {
          add(.info, "`$\(name)` is a secret, masked only where it appears as a whole", range)
        }
      default: break
      }
      guard printsAll(first), commands.dropFirst().allSatisfy({ $0.name == "sort" }),
        !secrets.isEmpty
      else { return }
      add(.info, "this prints the secrets too, masked only where they appear as a whole", range)
    }

    private mutating func add(_ severity: Severity, _ message: String, _ range: SourceRange) {
      guard let item else { return }
      places.append((severity, message, item.range(of: range)))
    }

    private func variable(of command: ShellCommand) -> String? {
      command.arguments.compactMap(\.literal).first { secrets.contains($0) }
    }

    private func printsAll(_ command: ShellCommand) -> Bool {
      switch command.name {
      case "printenv", "env": command.words.count == 1 && command.assignments.isEmpty
      case "export": command.words.count == 2 && command.has("-p")
      default: false
      }
    }

    private func areEncoders(_ commands: ArraySlice<ShellCommand>) -> Bool {
      commands.allSatisfy { command in
        ["base64", "xxd", "od", "hexdump", "rev"].contains(command.program) && !command.has("-d")
      }
    }

    private func areFilters(_ commands: ArraySlice<ShellCommand>) -> Bool {
      commands.allSatisfy { ["jq", "base64", "cat", "tr"].contains($0.program) }
    }
  }
}

extension ShellCompound.Kind {
  fileprivate var isFunction: Bool {
    if case .function = self { true } else { false }
  }
}
