import BuildspecLint
import Diagnostics
import Reporting

/// Whether there is a buildspec, and whether CodeBuild would take it.
struct BuildspecCheck: DoctorCheck {
  private let name = "buildspec"

  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    guard let source = subject.source else {
      return [
        DoctorFinding(
          name, .hint, "there is no \(subject.name) in this folder", fix: "name one with --file")
      ]
    }
    let errors = FileLinter(source).findings(in: source).count { $0.severity == .error }
    guard errors > 0 else { return [DoctorFinding(name, .ok, "\(subject.name) has no errors")] }
    let count = errors == 1 ? "1 error" : "\(errors) errors"
    return [
      DoctorFinding(
        name, .error, "\(subject.name) has \(count)", fix: "run: buildspec lint \(subject.name)")
    ]
  }
}
