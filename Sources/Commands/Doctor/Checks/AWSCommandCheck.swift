import Reporting

/// The AWS CLI, which fetches secrets and sends artifacts and caches to S3.
struct AWSCommandCheck: DoctorCheck {
  private let name = "aws"
  private let install =
    "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"

  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    guard let program = subject.find(name) else {
      return [
        subject.missing(
          name, isNeeded: subject.needs.aws, "there is no AWS CLI on PATH",
          fix: "install it: \(install)")
      ]
    }
    switch await DoctorProbe(host: subject.host).ask(program, ["--version"]) {
    case .said(let text): return [version(text)]
    case .failed(let reason):
      let message = "\(program) does not run: \(reason)"
      return [problem(subject, message, fix: "install it anew: \(install)")]
    case .silent:
      let message = "\(program) has said nothing for \(DoctorProbe.limit) s"
      return [problem(subject, message, fix: "see what it does: aws --version")]
    }
  }

  private func version(_ text: String) -> DoctorFinding {
    let word =
      text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "unknown version"
    guard word.hasPrefix("aws-cli/1.") else { return DoctorFinding(name, .ok, word) }
    return DoctorFinding(
      name, .hint, "\(word) is version 1, which has no single sign-on; images of CodeBuild have 2",
      fix: "install version 2: \(install)")
  }

  private func problem(
    _ subject: DoctorSubject, _ message: String, fix: String
  ) -> DoctorFinding {
    DoctorFinding(name, subject.needs.aws ? .error : .hint, message, fix: fix)
  }
}
