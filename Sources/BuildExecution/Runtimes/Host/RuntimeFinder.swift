/// Finds the installed versions of one runtime. It downloads nothing and changes nothing.
protocol RuntimeFinder: Sendable {
  /// Name in `runtime-versions`.
  var runtime: String { get }

  /// Programs on `PATH` that may be the runtime, with what makes each print its version; the one
  /// that commands call is the first.
  var programs: [(name: String, arguments: [String])] { get }

  /// What files tell of installed versions; nothing is started.
  func installed(on machine: RuntimeMachine) -> [InstalledRuntime]

  /// What commands get when nothing is done.
  func current(on machine: RuntimeMachine) async throws -> [InstalledRuntime]

  /// A version of `runtime-versions` as the number that programs print.
  func number(_ version: String) -> String
}

extension RuntimeFinder {
  func number(_ version: String) -> String { version }

  func current(on machine: RuntimeMachine) async throws -> [InstalledRuntime] {
    var found: [InstalledRuntime] = []
    for (name, arguments) in programs {
      guard let program = machine.find(name),
        let version = try await machine.version(of: program, arguments)
      else { continue }
      var runtime = InstalledRuntime(version: version, program: program)
      if let usual = programs.first?.name, usual != name { runtime.aliases = [usual: program] }
      runtime.isCurrent = true
      found.append(runtime)
    }
    return found
  }
}
