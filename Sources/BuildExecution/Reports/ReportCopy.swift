import BuildPlanning
import SystemPackage

/// The reports of the phase UPLOAD_ARTIFACTS: their files are found as the service finds them, and
/// copied where a folder was given. A group without files fails the build, as in the service.
struct ReportCopy {
  let job: RunJob
  let host: Host
  let shell: any BuildShell
  let events: EventStream
  let evaluator: ShellEvaluator
  let isStopped: @Sendable () -> Bool

  private static let standardFormat = "JUNITXML"

  /// - Throws: `ArtifactProblem` with all groups that failed, and `BuildStopped` when the build is to end.
  func run() async throws {
    var failed: [(group: String, reason: String)] = []
    for report in job.plan.reports {
      if isStopped() { throw BuildStopped() }
      let group = try Self.name(await evaluator.path(report.name))
      do {
        try await copy(report, group: group)
      } catch let problem as ArtifactProblem {
        failed.append((group, problem.message))
      }
    }
    guard failed.isEmpty else {
      let list = failed.map { "[\($0.group): [\($0.reason)]]" }.joined(separator: ", ")
      throw ArtifactProblem(message: "Error in UPLOAD_ARTIFACTS phase: \(list)")
    }
  }

  private func copy(_ report: PlannedReport, group: String) async throws {
    events.send(.artifactStep(.report(group)))
    let request = try await request(report)
    let source = try await shell.localSource(with: request.places)
    let collector = ArtifactCollector(
      files: host.files, source: try host.files.resolve(source) ?? source,
      excluded: job.ownFolders, step: { events.send(.artifactStep($0)) })
    let found: [ArtifactFile]
    do {
      found = try collector.collect(request)
    } catch let problem as ArtifactProblem where problem == .noFiles(nil) {
      throw ArtifactProblem(message: "report files not found in build")
    }
    let folder = try folder(group)
    if let folder { try ArtifactWriter(host: host).write(found, to: folder) }
    events.send(
      .reportReady(
        ReportResult(
          group: group, format: (report.fileFormat ?? Self.standardFormat).uppercased(),
          fileCount: found.count, folder: folder?.string)))
  }

  private func request(_ report: PlannedReport) async throws -> ArtifactRequest {
    var files: [String] = []
    for file in report.files { files.append(try await evaluator.path(file)) }
    return ArtifactRequest(
      identifier: nil, files: files,
      baseDirectory: try await evaluator.path(report.baseDirectory ?? "."), excludePaths: [],
      // Who reads a report wants the file that a link leads to.
      discardPaths: report.discardPaths, keepsLinks: false)
  }

  /// The name in `arn:aws:codebuild:…:report-group/name`, or the text itself.
  private static func name(_ text: String) -> String {
    let mark = ":report-group/"
    guard text.hasPrefix("arn:"), let range = text.firstRange(of: mark) else { return text }
    return String(text[range.upperBound...])
  }

  /// The builds of a batch share a report group, as in the service, with a folder for each of them.
  private func folder(_ group: String) throws -> FilePath? {
    guard let root = job.reports else { return nil }
    var folder = root.appending(try component(group, "the name of the report group"))
    if let build = job.batchBuild {
      folder.append(try component(build, "the identifier of the build"))
    }
    return folder
  }

  private func component(_ name: String, _ what: String) throws -> FilePath.Component {
    guard let component = FilePath.Component(name), component.kind == .regular else {
      throw ArtifactProblem(message: "\(what) is not that of a folder")
    }
    return component
  }
}
