import BuildExecution
import BuildPlanning
import Reporting
import SystemPackage

/// The engine of containers: its tool, whether it answers, what it is, and what is left in it.
struct EngineCheck: DoctorCheck {
  let program: ContainerProgram

  /// Bytes below which an image may not find room.
  private static let littleSpace = 5_000_000_000

  private var name: String { program.rawValue }

  func findings(about subject: DoctorSubject) async -> [DoctorFinding] {
    guard let path = subject.find(name) else { return missing(subject) }
    switch await DoctorProbe(host: subject.host).ask(path, ["info", "--format", format]) {
    case .said(let text):
      return facts(text, subject) + (await leftovers(path, subject))
    case .failed(let reason): return [problem(subject, "does not answer: \(reason)")]
    case .silent:
      return [problem(subject, "has said nothing for \(DoctorProbe.limit) s")]
    }
  }

  /// Fields in lines: version, platform, security, folder of the images.
  private var format: String {
    switch program {
    case .docker:
      "{{.ServerVersion}}\n{{.OSType}}/{{.Architecture}}\n{{.SecurityOptions}}\n{{.DockerRootDir}}"
    case .podman:
      "{{.Version.Version}}\n{{.Host.OS}}/{{.Host.Arch}}\n"
        + "{{if .Host.Security.Rootless}}rootless{{end}}\n{{.Store.GraphRoot}}"
    }
  }

  private func missing(_ subject: DoctorSubject) -> [DoctorFinding] {
    // One engine is enough.
    if program == .podman { return [] }
    if subject.find(ContainerProgram.podman.rawValue) != nil, !subject.needs.docker { return [] }
    return [
      subject.missing(
        name, isNeeded: subject.needs.docker,
        "there is no docker on PATH, so builds run on this machine alone",
        fix: "install Docker or Podman")
    ]
  }

  private func problem(_ subject: DoctorSubject, _ message: String) -> DoctorFinding {
    let isError = program == .docker && subject.needs.docker
    let fix =
      program == .docker
      ? "start the engine, or look at: docker context ls" : "look at: podman info"
    return DoctorFinding(name, isError ? .error : .hint, "the engine \(message)", fix: fix)
  }

  private func facts(_ text: String, _ subject: DoctorSubject) -> [DoctorFinding] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A tool whose engine is not there may print empty fields.
    guard lines.count >= 4, !lines[0].isEmpty else { return [problem(subject, "tells nothing")] }
    let rootless = lines[2].contains("rootless") ? ", rootless" : ""
    let space = LiveDisk.freeBytes(at: lines[3])
    let room = space.map { ", \(ByteSize.text($0)) free in \(lines[3])" } ?? ""
    let message = "\(lines[0]), \(lines[1])\(rootless)\(room)"
    guard let space, space < Self.littleSpace else { return [DoctorFinding(name, .ok, message)] }
    return [DoctorFinding(name, .hint, message, fix: "make room with: \(name) system prune")]
  }

  /// Containers that were kept, and those that a killed tool has left.
  private func leftovers(_ path: FilePath, _ subject: DoctorSubject) async -> [DoctorFinding] {
    let list = ["ps", "--all", "--quiet", "--filter", "label=buildspec.kept=true"]
    var findings: [DoctorFinding] = []
    if case .said(let text) = await DoctorProbe(host: subject.host).ask(path, list) {
      let count = text.split(whereSeparator: \.isNewline).count
      if count > 0 {
        findings.append(
          DoctorFinding(
            name, .hint, "\(counted(count)) of builds were kept",
            fix: "remove them with: \(name) rm -f $(\(name) ps -aq --filter label=buildspec.kept)"))
      }
    }
    let orphans = await ContainerLeftovers.count(program, host: subject.host)
    if orphans > 0 {
      findings.append(
        DoctorFinding(
          name, .hint, "\(counted(orphans)) of builds that were killed are left",
          fix: "the next build in a container removes them"))
    }
    return findings
  }

  private func counted(_ count: Int) -> String {
    count == 1 ? "1 container" : "\(count) containers"
  }
}
