import BuildExecution
import BuildPlanning
import Diagnostics

/// Variables of the command line and of the files it names.
struct GivenVariables {
  /// `-e`.
  var flags: [GivenVariable] = []
  /// `--env-file`.
  var files: [GivenVariable] = []
  /// `--secret-file`, then `--secret`.
  var secrets: [GivenVariable] = []

  init(_ options: RunOptions, host: Host) throws(ToolError) {
    for text in options.env {
      flags.append(try Self.variable(text, "--env", .flag, host))
    }
    for path in options.envFile { files += try Self.lines(path) }
    for path in options.secretFile { secrets += try Self.lines(path) }
    for text in options.secret {
      secrets.append(try Self.variable(text, "--secret", .option("--secret"), host))
    }
  }

  /// Values of the variables that a plan calls secret, by name.
  func secretValues(of plan: RunPlan) -> [String: String] {
    let names = Set(plan.variables.filter { $0.value == .secret }.map(\.name))
    let given = (files + flags + secrets).filter { names.contains($0.name) }
    return Dictionary(given.map { ($0.name, $0.value) }) { _, last in last }
  }

  /// `K=V`, or `K` with the value it has in the environment. No message shows a value.
  private static func variable(
    _ text: String, _ option: String, _ origin: VariableOrigin, _ host: Host
  ) throws(ToolError) -> GivenVariable {
    if let equals = text.firstIndex(of: "=") {
      let name = String(text[..<equals])
      guard !name.isEmpty else { throw .usage("\(option): the name before '=' is empty") }
      let value = String(text[text.index(after: equals)...])
      return GivenVariable(name: name, value: value, origin: origin)
    }
    guard let value = host.environment[text] else {
      throw .usage("\(option) \(text): \(text) is not set in your environment; write \(text)=VALUE")
    }
    return GivenVariable(name: text, value: value, origin: origin)
  }

  private static func lines(_ path: String) throws(ToolError) -> [GivenVariable] {
    let source = try SourceReader.read(path)
    do {
      return try EnvironmentFile.parse(String(decoding: source.bytes, as: UTF8.self), path: path)
    } catch {
      throw .usage(error.description)
    }
  }
}
