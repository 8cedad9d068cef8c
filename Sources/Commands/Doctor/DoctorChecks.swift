import BuildPlanning
import Reporting

/// All checks, in the order in which they are told.
enum DoctorChecks {
  static let all: [any DoctorCheck] = [
    BuildspecCheck(), ShellsCheck(), GitCheck(), ShellCheckCheck(),
    EngineCheck(program: .docker), EngineCheck(program: .podman), CredentialHelperCheck(),
    AWSCommandCheck(), CredentialsCheck(), RegionCheck(), CacheProgramsCheck(), StateCheck(),
  ]

  /// Makes all of them at once.
  static func run(on subject: DoctorSubject) async -> [DoctorFinding] {
    await withTaskGroup(of: (Int, [DoctorFinding]).self) { group in
      for (index, check) in all.enumerated() {
        group.addTask { (index, await check.findings(about: subject)) }
      }
      var found = all.map { _ in [DoctorFinding]() }
      for await (index, findings) in group { found[index] = findings }
      return found.flatMap(\.self)
    }
  }
}
