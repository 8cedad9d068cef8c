import Reporting
import SystemPackage

/// git tells which files are the source, and the commit that is built.
struct GitCheck: DoctorCheck {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    if let path = subject.find("git") { return [DoctorFinding("git", .ok, path.string)] }
    let isWorkTree = subject.isThere(subject.folder.appending(".git"))
    return [
      DoctorFinding(
        "git", isWorkTree ? .error : .hint,
        "there is no git on PATH"
          + (isWorkTree ? ", so builds get ignored files too, and know no commit" : ""),
        fix: "install git")
    ]
  }
}
