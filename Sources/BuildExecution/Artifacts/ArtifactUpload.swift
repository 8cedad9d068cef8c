import BuildPlanning
import SystemPackage

/// The phase UPLOAD_ARTIFACTS. Without a folder for them, artifacts are still found and checked, so
/// that a build fails here when it would fail in the service.
struct ArtifactUpload {
  let job: RunJob
  let host: Host
  let shell: any BuildShell
  let events: EventStream
  let evaluator: ShellEvaluator

  func run() async throws {
    for artifact in job.plan.artifacts {
      if let identifier = artifact.identifier { events.send(.artifactStep(.secondary(identifier))) }
      try await upload(artifact)
    }
  }

  private func upload(_ artifact: PlannedArtifact) async throws {
    let request = try await request(artifact)
    let source = try await shell.localSource(with: request.places)
    let collector = ArtifactCollector(
      files: host.files, source: try host.files.resolve(source) ?? source,
      step: { events.send(.artifactStep($0)) })
    let found = try collector.collect(request)
    let folder = try folder(artifact.identifier)
    if let folder { try ArtifactWriter(host: host).write(found, to: folder) }
    var name: String?
    if let text = artifact.name { name = try await evaluator.expanded(text.text) }
    events.send(
      .artifactReady(
        ArtifactResult(
          identifier: artifact.identifier, name: name, fileCount: found.count,
          folder: folder?.string)))
  }

  /// `nil` when nothing is written.
  private func folder(_ identifier: String?) throws -> FilePath? {
    guard let root = job.artifacts else { return nil }
    guard let identifier else { return root }
    guard let component = FilePath.Component(identifier), component.kind == .regular else {
      throw ArtifactProblem(message: "artifact identifier \(identifier) is not a name")
    }
    return root.appending(component)
  }

  private func request(_ artifact: PlannedArtifact) async throws -> ArtifactRequest {
    var files: [String]?
    if let texts = artifact.files { files = try await paths(texts) }
    return ArtifactRequest(
      identifier: artifact.identifier, files: files,
      baseDirectory: try await evaluator.path(artifact.baseDirectory?.text ?? "."),
      excludePaths: try await paths(artifact.excludePaths), discardPaths: artifact.discardPaths)
  }

  private func paths(_ texts: [PlannedText]) async throws -> [String] {
    var paths: [String] = []
    for text in texts { paths.append(try await evaluator.path(text.text)) }
    return paths
  }
}
