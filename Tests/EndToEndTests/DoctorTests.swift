import TestSupport
import Testing

/// `doctor`, on machines that are made up of a folder of programs and a home.
struct DoctorTests {
  private static let everything =
    "version: 0.2\nenv: {shell: bash, parameter-store: {A: /a}}\n"
    + "phases: {build: {commands: [docker build ., aws s3 ls]}}\ncache: {paths: [a]}\n"
  private static let little = "version: 0.2\nphases: {build: {commands: ['true']}}\n"

  /// A machine with these scripts as programs, and links to real ones.
  private func machine(
    _ buildspec: String?, programs: [String: String] = [:], real: [String] = []
  ) throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    for name in ["bin", "project", "home"] { folder.createFolder(name) }
    if let buildspec { try folder.write(buildspec, to: "project/buildspec.yml") }
    for (name, script) in programs {
      try folder.write("#!/bin/sh\n\(script)\n", to: "bin/\(name)")
      folder.makeExecutable("bin/\(name)")
    }
    for name in real { folder.link("bin/\(name)", to: "/bin/\(name)") }
    return folder
  }

  private func doctor(
    _ folder: TemporaryDirectory, _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> Tool.Outcome {
    let own = ["PATH": folder.file("bin"), "HOME": folder.file("home")]
    return try await Tool.run(
      ["doctor"] + arguments, in: folder.file("project"),
      environment: own.merging(environment) { _, given in given })
  }

  private static func lines(_ outcome: Tool.Outcome, _ level: String) -> [String] {
    outcome.output.split(separator: "\n").filter { $0.hasPrefix(level) }
      .map { String($0.dropFirst(level.count).drop { $0 == " " }) }
  }

  private static func checks(_ outcome: Tool.Outcome, _ level: String) -> [String] {
    lines(outcome, level).compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test func `what the buildspec needs and is not there is an error`() async throws {
    let outcome = try await doctor(try machine(Self.everything, real: ["sh"]))
    #expect(outcome.status == 1)
    #expect(
      Self.checks(outcome, "error")
        == ["bash", "docker", "aws", "credentials", "region", "tar", "zstd"])
    #expect(Self.lines(outcome, "error").allSatisfy { $0.contains("; ") }, "each has its fix")
    #expect(outcome.error == "")
  }

  @Test func `what it does not need is a hint`() async throws {
    let outcome = try await doctor(try machine(Self.little, real: ["sh"]))
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(Self.checks(outcome, "error") == [])
    #expect(
      Self.checks(outcome, "hint")
        == ["bash", "git", "shellcheck", "docker", "aws", "credentials", "region", "tar", "zstd"])
  }

  @Test func `a work tree needs git`() async throws {
    let folder = try machine(Self.little, real: ["sh"])
    folder.createFolder("project/.git")
    #expect(Self.checks(try await doctor(folder), "error") == ["git"])
  }

  @Test func `an engine that hangs does not hang it`() async throws {
    let folder = try machine(
      Self.everything,
      programs: ["docker": "trap '' TERM\nsleep 300 & sleep 300", "podman": "sleep 300"],
      real: ["sh", "sleep"])
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try await doctor(folder)
    // It would take 300 s; other tests may keep the machine busy.
    #expect(clock.now - start < .seconds(240))
    #expect(
      Self.lines(outcome, "error").contains {
        $0.hasPrefix("docker") && $0.contains("said nothing for 10 s")
      })
    #expect(Self.checks(outcome, "hint").contains("podman"))
  }

  @Test func `an engine that is not there is told in its own words`() async throws {
    let script = "echo 'Cannot connect to the Docker daemon' >&2; exit 1"
    let folder = try machine(Self.everything, programs: ["docker": script], real: ["sh"])
    let outcome = try await doctor(folder)
    #expect(
      Self.lines(outcome, "error").contains {
        $0.contains("does not answer: Cannot connect to the Docker daemon; start the engine")
      })
  }

  @Test func `an engine tells what it is, and what was left in it`() async throws {
    let script = """
      case $1 in
      info) printf '27.0\\nlinux/aarch64\\n[name=seccomp name=rootless]\\n/nonexistent\\n' ;;
      ps) case $* in *kept=true*) echo one; echo two ;; esac ;;
      esac
      """
    let folder = try machine(Self.little, programs: ["docker": script], real: ["sh"])
    let outcome = try await doctor(folder)
    #expect(Self.lines(outcome, "ok").contains { $0.hasSuffix("27.0, linux/aarch64, rootless") })
    #expect(
      Self.lines(outcome, "hint").contains { $0.contains("2 containers of builds were kept") })
  }

  @Test func `helpers for registries that are named must be there`() async throws {
    let folder = try machine(
      Self.everything, programs: ["docker-credential-there": "true"], real: ["sh"])
    folder.createFolder("home/.docker")
    try folder.write(
      #"{"credsStore": "there", "credHelpers": {"a.example": "gone", "b.example": "gone"}}"#,
      to: "home/.docker/config.json")
    let lines = Self.lines(try await doctor(folder), "error")
      .filter { $0.hasPrefix("docker-credentials") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("names docker-credential-gone, which is not on PATH") == true)
    try folder.write("not JSON", to: "home/.docker/config.json")
    #expect(try await doctor(folder).output.contains("is no JSON object"))
  }

  @Test(arguments: [("aws-cli/1.44.0 Python/3", "hint"), ("aws-cli/2.31.0 Python/3", "ok")])
  func `the version of the AWS CLI is told`(words: String, level: String) async throws {
    let folder = try machine(Self.little, programs: ["aws": "echo \(words)"], real: ["sh"])
    let outcome = try await doctor(folder)
    #expect(
      Self.lines(outcome, level).contains {
        $0.hasPrefix("aws") && $0.contains(words.prefix(14))
      })
  }

  @Test func `credentials are found and never shown`() async throws {
    let folder = try machine(Self.everything, real: ["sh"])
    let given = try await doctor(
      folder, environment: ["AWS_ACCESS_KEY_ID": "AKIASECRETSECRET", "AWS_REGION": "eu-west-1"])
    #expect(Self.checks(given, "ok").contains("credentials"))
    #expect(Self.lines(given, "ok").contains { $0.hasSuffix("eu-west-1 (AWS_REGION)") })
    #expect(!given.output.contains("AKIASECRETSECRET"))
    folder.createFolder("home/.aws")
    try folder.write("[default]\naws_access_key_id=AKIAX\n", to: "home/.aws/credentials")
    try folder.write("[default]\nregion = eu-west-2\n", to: "home/.aws/config")
    let kept = try await doctor(folder)
    #expect(Set(["credentials", "region"]).isSubset(of: Self.checks(kept, "ok")))
    #expect(!kept.output.contains("AKIAX"))
  }

  @Test func `a buildspec with errors is one`() async throws {
    let outcome = try await doctor(try machine("version: 0.2\nphases: []\n", real: ["sh"]))
    #expect(outcome.status == 1)
    #expect(Self.lines(outcome, "error").first?.contains("run: buildspec lint") == true)
  }

  @Test func `a folder without a buildspec is looked after, too`() async throws {
    let outcome = try await doctor(try machine(nil, real: ["sh"]))
    #expect(outcome.status == 0)
    #expect(Self.lines(outcome, "hint").first?.contains("there is no buildspec.yml") == true)
  }

  @Test func `the size of the state is told`() async throws {
    let folder = try machine(Self.little, real: ["sh"])
    for name in [".buildspec", ".buildspec/cache"] { folder.createFolder("project/\(name)") }
    try folder.write(String(repeating: "x", count: 2_000), to: "project/.buildspec/cache/a")
    #expect(
      Self.lines(try await doctor(folder), "ok").contains {
        $0.hasPrefix(".buildspec") && $0.hasSuffix("2.0 kB")
      })
  }

  @Test func `JSON has every finding`() async throws {
    let outcome = try await doctor(try machine(Self.everything, real: ["sh"]), "--format", "json")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("{"))
    #expect(outcome.output.contains(#""schemaVersion": 1"#))
    #expect(outcome.output.contains(#""check": "zstd""#))
  }

  @Test(arguments: [["--file", "none.yml"], ["-C", "none"]])
  func `what is named and is not there is a mistake`(arguments: [String]) async throws {
    let folder = try machine(Self.little, real: ["sh"])
    let outcome = try await Tool.run(["doctor"] + arguments, in: folder.file("project"))
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.error.contains("none"))
  }
}
