import BuildspecModel

/// What was found of one runtime, and which of it fits.
struct RuntimeChoice {
  /// Newest first.
  let found: [InstalledRuntime]
  let chosen: InstalledRuntime?

  static func make(
    _ version: String, _ finder: any RuntimeFinder, _ machine: RuntimeMachine
  ) async throws -> RuntimeChoice {
    let selector = RuntimeSelector(finder.number(version))
    let found = (try await finder.current(on: machine) + finder.installed(on: machine))
      .sorted { RuntimeVersionOrder.isOlder($1.version, $0.version) }
    let fitting = found.filter { selector.fits([$0.version]) }
    guard case .exact(let number) = selector else {
      return RuntimeChoice(found: found, chosen: fitting.first)
    }
    for var candidate in fitting.sorted(by: isNearer) {
      // The name of a program tells less than the program.
      if parts(candidate.version) < parts(number),
        let arguments = finder.programs.first?.arguments,
        let version = try await machine.version(of: candidate.program, arguments)
      {
        candidate.version = version
        guard selector.fits([version]) else { continue }
      }
      return RuntimeChoice(found: found, chosen: candidate)
    }
    return RuntimeChoice(found: found, chosen: nil)
  }

  /// Why nothing was chosen.
  func mismatch(
    _ want: RuntimeSelection.Wanted, _ finder: any RuntimeFinder, _ machine: RuntimeMachine
  ) -> String {
    let version = want.version.isEmpty ? "no version" : want.version
    guard let current = found.first(where: \.isCurrent) else {
      let others = found.isEmpty ? "" : ", only \(Self.list(found))"
      let usual = finder.programs.first?.name ?? finder.runtime
      let rest =
        machine.find(usual).map { "the build uses \($0), which does not tell its version" }
        ?? "there is no \(usual) on PATH"
      return "\(version) is not installed on this machine\(others); \(rest)"
    }
    let shown = [current.name, current.version].compactMap { $0 }.joined(separator: " ")
    return "\(version) is not installed on this machine; the build uses \(shown) "
      + "(\(current.program))"
  }

  /// Before all others what CodeBuild has, then what commands get anyway, then the newest.
  private static func isNearer(_ left: InstalledRuntime, _ right: InstalledRuntime) -> Bool {
    if left.isSubstitute != right.isSubstitute { return right.isSubstitute }
    if left.isCurrent != right.isCurrent { return left.isCurrent }
    return RuntimeVersionOrder.isOlder(right.version, left.version)
  }

  private static func parts(_ version: String) -> Int { version.split(separator: ".").count }

  private static func list(_ found: [InstalledRuntime]) -> String {
    var versions: [String] = []
    for runtime in found where !versions.contains(runtime.version) {
      versions.append(runtime.version)
    }
    return versions.joined(separator: ", ")
  }
}
