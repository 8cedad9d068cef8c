import Reporting
import SystemPackage

/// The shells that run commands on this machine.
struct ShellsCheck: DoctorCheck {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    ["sh", "bash"].compactMap { name in
      if let path = subject.find(name) { return DoctorFinding(name, .ok, path.string) }
      return subject.missing(
        name, isNeeded: name == "sh" || subject.needs.bash, "there is no \(name) on PATH",
        fix: "install it")
    }
  }
}
