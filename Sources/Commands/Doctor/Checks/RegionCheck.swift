import BuildExecution
import Reporting
import SystemPackage

/// Whether AWS is asked in some region.
struct RegionCheck: DoctorCheck {
  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
      if let value = subject.variable(name) {
        return [DoctorFinding("region", .ok, "\(value) (\(name))")]
      }
    }
    if let file = configFile(subject), setsRegion(file, subject) {
      return [DoctorFinding("region", .ok, "set in \(file)")]
    }
    return [
      subject.missing(
        "region", isNeeded: subject.needs.secrets, "no region of AWS is set",
        fix: "export AWS_REGION, or give --region")
    ]
  }

  private func configFile(_ subject: DoctorSubject) -> FilePath? {
    subject.variable("AWS_CONFIG_FILE").map { FilePath($0) } ?? subject.homeFile(".aws/config")
  }

  private func setsRegion(_ file: FilePath, _ subject: DoctorSubject) -> Bool {
    guard let bytes = try? subject.host.files.read(file) else { return false }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      line in
      let key = line.prefix { $0 != "=" }.filter { !$0.isWhitespace }
      return key == "region"
    }
  }
}
