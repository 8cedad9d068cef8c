import BuildExecution

/// What `-c` gives a build: `AWS_*` of this machine, and the credentials of a profile as variables, as
/// the container does not have `~/.aws`. Without `-c` it gets none of it.
struct LocalCredentials {
  let host: Host
  let isWanted: Bool
  let profile: String?

  func environment() async -> [String: String] {
    guard isWanted else { return host.environment.filter { !$0.key.hasPrefix("AWS_") } }
    var environment = host.environment
    let hasKeys = environment["AWS_ACCESS_KEY_ID"] != nil
    // A profile that is named comes over variables.
    if profile != nil || !hasKeys {
      for name in Self.names { environment[name] = nil }
      let found = await credentials(environment)
      if found.isEmpty { tell() }
      environment.merge(found) { _, found in found }
    }
    if environment["AWS_REGION"] == nil, environment["AWS_DEFAULT_REGION"] == nil {
      let region = await ask(["configure", "get", "region"], environment).prefix { !$0.isNewline }
      if !region.isEmpty { environment["AWS_REGION"] = String(region) }
    }
    return environment
  }

  private static let names = [
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
  ]

  private func credentials(_ environment: [String: String]) async -> [String: String] {
    let exported = await ask(
      ["configure", "export-credentials", "--format", "env-no-export"], environment)
    var found: [String: String] = [:]
    for line in exported.split(whereSeparator: \.isNewline) {
      guard let equals = line.firstIndex(of: "=") else { continue }
      found[String(line[..<equals])] = String(line[line.index(after: equals)...])
    }
    guard found.isEmpty else { return found }
    // Version 1 knows only keys that are written down.
    for name in Self.names {
      let value = await ask(["configure", "get", name.lowercased()], environment)
        .prefix { !$0.isNewline }
      if !value.isEmpty { found[name] = String(value) }
    }
    return found
  }

  private func tell() {
    let name = profile.map { " of the profile \($0)" } ?? ""
    StandardStreams.writeError(
      "buildspec: note: -c finds no credentials\(name); look at: aws configure list\n")
  }

  /// What the AWS CLI prints; empty when it cannot tell.
  private func ask(_ arguments: [String], _ environment: [String: String]) async -> String {
    guard let aws = ProgramSearch(host: host).find("aws") else { return "" }
    var host = host
    host.environment = environment
    let own = profile.map { ["--profile", $0] } ?? []
    guard case .said(let text) = await DoctorProbe(host: host, limit: 60).ask(aws, arguments + own)
    else { return "" }
    return text
  }
}
