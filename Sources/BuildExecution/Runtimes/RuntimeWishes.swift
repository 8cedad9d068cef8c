import BuildPlanning

/// What a buildspec asks for, with the values of the variables that stand in the place of versions.
struct RuntimeWishes {
  let shell: any BuildShell

  func wanted(_ runtimes: [PlannedRuntime]) async throws -> [RuntimeSelection.Wanted] {
    let names = runtimes.compactMap { Self.variable($0.version) }
    let values = try await ShellEvaluator(shell: shell, succeeding: true).values(of: names)
    return runtimes.map { planned in
      let value = Self.variable(planned.version).map { values[$0] ?? "" }
      return RuntimeSelection.Wanted(runtime: planned.runtime, version: value ?? planned.version)
    }
  }

  /// The name in `$NAME` and `${NAME}`.
  private static func variable(_ text: String) -> String? {
    guard text.hasPrefix("$") else { return nil }
    var name = text.dropFirst()
    if name.hasPrefix("{"), name.hasSuffix("}") { name = name.dropFirst().dropLast() }
    return ShellName.isValid(String(name)) ? String(name) : nil
  }
}
