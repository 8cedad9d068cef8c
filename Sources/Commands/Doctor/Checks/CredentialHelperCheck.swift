import BuildExecution
import JSONSyntax
import Reporting
import SystemPackage

/// Programs that keep the passwords of registries: without one that is named, no image is fetched.
struct CredentialHelperCheck: DoctorCheck {
  private let name = "docker-credentials"

  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    guard let file = configFile(subject), subject.isThere(file) else { return [] }
    var content: JSONNode?
    if let bytes = try? subject.host.files.read(file) {
      var reader = JSONReader(bytes)
      content = try? reader.value()
    }
    guard let content, content.members != nil else {
      return [
        DoctorFinding(
          name, subject.needs.docker ? .error : .hint, "\(file) is no JSON object",
          fix: "mend it, or remove it and run: docker login")
      ]
    }
    return helpers(content).filter { subject.find("docker-credential-\($0)") == nil }.map {
      helper in
      DoctorFinding(
        name, subject.needs.docker ? .error : .hint,
        "\(file) names docker-credential-\(helper), which is not on PATH",
        fix: "install it, or take '\(helper)' out of that file")
    }
  }

  private func configFile(_ subject: DoctorSubject) -> FilePath? {
    subject.variable("DOCKER_CONFIG").map { FilePath($0).appending("config.json") }
      ?? subject.homeFile(".docker/config.json")
  }

  private func helpers(_ content: JSONNode) -> [String] {
    let store = content["credsStore"]?.string.map { [$0] } ?? []
    let own = content["credHelpers"]?.members?.compactMap(\.value.string) ?? []
    return Set(store + own).filter { !$0.isEmpty }.sorted()
  }
}
