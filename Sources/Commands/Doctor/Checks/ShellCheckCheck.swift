import Reporting
import SystemPackage

/// ShellCheck looks at the scripts of a buildspec.
struct ShellCheckCheck: DoctorCheck {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    let name = ShellCheckProgram.name
    if let path = subject.find(name) { return [DoctorFinding(name, .ok, path.string)] }
    return [
      DoctorFinding(
        name, .hint, "there is no shellcheck on PATH, so lint does not look into commands",
        fix: "install it, such as with: apt-get install shellcheck")
    ]
  }
}
