import BuildPlanning
import BuildspecModel
import SystemPackage

/// Has the image of a container install the runtimes that the buildspec asks for, by its own
/// commands.
struct ContainerRuntimes {
  /// Tells commands of a default entry which version they are to install.
  private static let versionVariable = "VERSION"

  let runtimes: [PlannedRuntime]
  let shell: any BuildShell
  let source: FilePath
  let events: EventStream
  let stop: StopControl

  /// - Throws: `RuntimeProblem` when the build has failed.
  func apply() async throws {
    guard let bytes = try await read() else { return tellUnsupported() }
    let list = try RuntimeList(bytes)
    let selection = RuntimeSelection(list: list, report: { events.send(.runtimeStep($0)) })
    let wanted = try await RuntimeWishes(shell: shell).wanted(runtimes)
    try await install(try selection.choices(for: wanted))
    events.send(.runtimeStep(.finished))
  }

  /// The image's list; `nil` when it has none. With built-in commands alone, since the image may
  /// have nothing else.
  private func read() async throws -> [UInt8]? {
    let path = ShellQuoting.quoted(RuntimeList.path.string)
    return try await shell.capture(
      """
      [ -r \(path) ] || exit 1
      while IFS= read -r _bs_line || [ -n "$_bs_line" ]; do
        printf '%s\\n' "$_bs_line"
      done <\(path)
      """, succeeding: true)
  }

  private func tellUnsupported() {
    guard stop.reason == nil else { return }
    events.send(.runtimeStep(.unsupported))
    let message = "the image has no \(RuntimeList.path); the build uses the runtimes that it has"
    events.send(
      .notice(
        PlanNotice(key: PlannedRuntime.key, message: message, place: runtimes.first?.place)))
    events.send(.runtimeStep(.finished))
  }

  /// What the commands export holds for all later ones; their folder does not, nor does the
  /// variable that tells them the version.
  private func install(_ choices: [RuntimeSelection.Choice]) async throws {
    let name = Self.versionVariable
    let old = try await ShellEvaluator(shell: shell, succeeding: true).values(of: [name])[name]
    for choice in choices {
      if choice.isStandard { try await set(name, choice.version) }
      for command in choice.entry.commands {
        if stop.reason != nil { return }
        try await run(command)
      }
      if choice.isStandard { try await set(name, old) }
    }
    _ = try await shell.run("cd \(ShellQuoting.quoted(source.string))", succeeding: true)
  }

  private func set(_ name: String, _ value: String?) async throws {
    let script = value.map { "\(name)=\(ShellQuoting.quoted($0))" } ?? "unset \(name)"
    _ = try await shell.run(script, succeeding: true)
  }

  private func run(_ command: String) async throws {
    events.send(.runtimeStep(.commandStarted(command)))
    let outcome = try await shell.run(command, succeeding: true)
    events.send(.runtimeStep(.commandFinished(command, outcome)))
    guard outcome.isSuccess else { throw RuntimeProblem(.command(command, outcome)) }
  }
}
