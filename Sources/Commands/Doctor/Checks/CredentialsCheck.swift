import Reporting
import SystemPackage

/// Whether there are credentials for AWS; they are not looked at.
struct CredentialsCheck: DoctorCheck {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    if let origin = origin(subject) {
      return [DoctorFinding("credentials", .ok, "there are some for AWS: \(origin)")]
    }
    return [
      subject.missing(
        "credentials", isNeeded: subject.needs.secrets, "there are none for AWS",
        fix: "run: aws configure, or: aws sso login")
    ]
  }

  private func origin(_ subject: DoctorSubject) -> String? {
    let names = [
      "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE",
      "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ]
    if let name = names.first(where: { subject.variable($0) != nil }) { return name }
    let file =
      subject.variable("AWS_SHARED_CREDENTIALS_FILE").map { FilePath($0) }
      ?? subject.homeFile(".aws/credentials")
    if subject.isThere(file) { return file?.string }
    let folders: [FilePath] = [".aws/sso/cache", ".aws/login/cache"]
    return folders.compactMap(subject.homeFile).first(where: subject.isThere)?.string
  }
}
