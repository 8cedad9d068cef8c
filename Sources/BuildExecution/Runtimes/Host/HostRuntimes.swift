import BuildPlanning
import BuildspecModel
import SystemPackage

/// Gives a build on this machine the installed runtimes that are nearest to what the buildspec asks
/// for.
struct HostRuntimes {
  let runtimes: [PlannedRuntime]
  let shell: any BuildShell
  let machine: RuntimeMachine
  /// Folder for programs under the names that commands call; made when it is needed.
  let aliases: FilePath
  let events: EventStream

  func apply() async throws {
    let wanted = try await RuntimeWishes(shell: shell).wanted(runtimes)
    for want in wanted {
      events.send(.runtimeStep(.selected(runtime: want.runtime, version: want.version)))
    }
    var change = RuntimeChange()
    for (want, planned) in zip(wanted, runtimes) {
      if let chosen = try await choose(want, at: planned.place) { change.add(chosen) }
    }
    let script = try change.script(
      path: machine.environment["PATH"], aliases: aliases, files: machine.host.files)
    if let script { _ = try await shell.run(script, succeeding: true) }
    events.send(.runtimeStep(.finished))
  }

  private func choose(
    _ want: RuntimeSelection.Wanted, at place: PlanPlace
  ) async throws -> InstalledRuntime? {
    guard let finder = RuntimeFinders.finder(of: want.runtime) else {
      tell("it is not looked for on this machine; the build uses what PATH has", want, place)
      return nil
    }
    let choice = try await RuntimeChoice.make(want.version, finder, machine)
    guard let chosen = choice.chosen else {
      tell(choice.mismatch(want, finder, machine), want, place)
      return nil
    }
    let shown = [chosen.name, chosen.version].compactMap { $0 }.joined(separator: " ")
    let program = chosen.program.string
    if chosen.isSubstitute, case .exact = RuntimeSelector(want.version) {
      tell("in the place of \(want.version), the build uses \(shown) (\(program))", want, place)
    }
    events.send(
      .runtimeStep(.chosen(runtime: want.runtime, version: shown, place: program)))
    return chosen
  }

  private func tell(_ message: String, _ want: RuntimeSelection.Wanted, _ place: PlanPlace) {
    let key = "\(PlannedRuntime.key).\(want.runtime)"
    events.send(.notice(PlanNotice(key: key, message: message, place: place)))
  }
}
