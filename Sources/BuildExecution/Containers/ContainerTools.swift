import BuildPlanning
import SystemPackage

/// The service's programs in a container, where the plan names one of them: two are scripts, the
/// others are this tool's own file, as far as it runs anywhere.
package struct ContainerTools: Sendable {
  let programs: Set<ServiceProgram>
  /// This tool; `nil` leaves out what needs it.
  let program: FilePath?
  let pauses: Bool

  /// `nil` when the plan names none of them.
  init?(for plan: RunPlan, program: FilePath?, pauses: Bool, files: any Files) {
    programs = ServiceProgram.named(in: plan)
    guard !programs.isEmpty else { return nil }
    self.program = program.flatMap { StaticExecutable.isOne($0, files: files) ? $0 : nil }
    self.pauses = pauses
  }

  /// Names of those that cannot be had, once it is known that `program` does not run there.
  var missing: [String] { programs.filter { !$0.isScript }.map(\.rawValue).sorted() }

  /// Writes a tar archive for the root of the container.
  func write(
    container: String, tool: ContainerProgram, files: any Files, now: Timestamp,
    send: @escaping ([UInt8]) -> Void
  ) throws {
    let folder = ContainerPaths.tools
    let archive = SourceArchive(root: folder, now: now, files: files, send: send)
    let resume = "\(tool.rawValue) exec \(container) \(folder.appending(Self.name(.resume)))"
    let scripts = PauseScripts(
      mark: ContainerPaths.state.appending("paused"), resumeCommand: resume, pauses: pauses)
    for name in ServiceProgram.allCases where name.isScript {
      archive.add(Array(scripts.text(of: name).utf8), at: FilePath(Self.name(name)), mode: 0o755)
    }
    if let program, !missing.isEmpty {
      try archive.add(program, at: FilePath(Self.name(.hashFiles)))
      for name in [ServiceProgram.globSearch, .testsRun] {
        archive.addLink(at: FilePath(Self.name(name)), to: FilePath(Self.name(.hashFiles)))
      }
    }
    archive.finish()
  }

  /// Succeeds where this tool runs.
  static var check: String {
    "\(ContainerPaths.tools.appending(Self.name(.hashFiles))) --help >/dev/null 2>&1"
  }

  func notice(_ reason: String) -> PlanNotice {
    PlanNotice(
      key: "PATH",
      message: "there is no \(missing.joined(separator: ", ")) in the container: \(reason)",
      place: nil)
  }

  private static func name(_ program: ServiceProgram) -> String { program.rawValue }
}
