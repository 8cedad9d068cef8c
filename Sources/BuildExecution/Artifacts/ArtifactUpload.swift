import BuildPlanning
import SystemPackage

/// The artifacts of the phase UPLOAD_ARTIFACTS. Without a place for them they are still found and
/// checked, so that a build fails here when it would fail in the service.
struct ArtifactUpload {
  let job: RunJob
  let identity: BuildIdentity
  let scratch: Scratch
  let host: Host
  let shell: any BuildShell
  let events: EventStream
  let evaluator: ShellEvaluator
  let isStopped: @Sendable () -> Bool

  /// - Throws: `ArtifactProblem`, and `BuildStopped` when the build is to end.
  func run() async throws {
    for artifact in job.plan.artifacts {
      if isStopped() { throw BuildStopped() }
      if let identifier = artifact.identifier { events.send(.artifactStep(.secondary(identifier))) }
      try await upload(artifact)
    }
  }

  private func upload(_ artifact: PlannedArtifact) async throws {
    let request = try await request(artifact)
    let source = try await shell.localSource(with: request.places)
    let collector = ArtifactCollector(
      files: host.files, source: try host.files.resolve(source) ?? source,
      excluded: job.ownFolders, step: { events.send(.artifactStep($0)) })
    let found = try collector.collect(request)
    var result = ArtifactResult(
      identifier: artifact.identifier, name: try await expanded(artifact.name),
      fileCount: found.count, folder: nil)
    let layout = ArtifactLayout(
      packaging: job.plan.packaging, namespace: job.plan.namespace, build: identity.uuid,
      isRemote: job.artifactsInS3 != nil, batchBuild: job.batchBuild)
    let path = try layout.path(
      identifier: artifact.identifier, name: result.name,
      prefix: try await expanded(artifact.s3Prefix))
    if let place = try await store(found, at: path) {
      switch job.plan.packaging {
      case .none: result.folder = place
      case .zip: result.archive = place
      }
    }
    events.send(.artifactReady(result))
  }

  /// - Returns: where the artifact is now; `nil` when no place was given.
  private func store(_ artifact: [ArtifactFile], at path: FilePath) async throws -> String? {
    if let place = job.artifactsInS3 {
      let staged = scratch.artifacts.pushing(path)
      try write(artifact, to: staged)
      defer { try? host.files.removeTree(scratch.artifacts) }
      let target = place.appending(path.string)
      try await send(staged, to: target)
      return target.url
    }
    guard let folder = job.artifacts?.pushing(path) else { return nil }
    try write(artifact, to: folder)
    return folder.string
  }

  private func write(_ artifact: [ArtifactFile], to place: FilePath) throws {
    switch job.plan.packaging {
    case .none: try ArtifactWriter(host: host).write(artifact, to: place)
    case .zip: try ArtifactArchive(host: host, isStopped: isStopped).write(artifact, to: place)
    }
  }

  private func send(_ path: FilePath, to place: S3Location) async throws {
    let client = S3Client(job, host: host, isStopped: isStopped)
    let metadata = "codebuild-buildarn=\(identity.arn(region: job.aws.region))"
    do {
      switch job.plan.packaging {
      case .none: try await client.upload(folder: path, to: place, metadata: metadata)
      case .zip: try await client.upload(file: path, to: place, metadata: metadata)
      }
    } catch let refusal as S3Client.Refusal {
      throw ArtifactProblem(message: "cannot upload to \(place.url): \(refusal)")
    }
  }

  private func request(_ artifact: PlannedArtifact) async throws -> ArtifactRequest {
    var files: [String]?
    if let texts = artifact.files { files = try await paths(texts) }
    // A folder holds links whatever the file says; `enable-symlinks` is about ZIP archives.
    let keepsLinks = job.plan.packaging == .none || artifact.enableSymlinks
    return ArtifactRequest(
      identifier: artifact.identifier, files: files,
      baseDirectory: try await evaluator.path(artifact.baseDirectory?.text ?? "."),
      excludePaths: try await paths(artifact.excludePaths), discardPaths: artifact.discardPaths,
      // Without its folders a link would lead elsewhere.
      keepsLinks: keepsLinks && !artifact.discardPaths)
  }

  private func expanded(_ text: PlannedText?) async throws -> String? {
    guard let text else { return nil }
    return try await evaluator.expanded(text.text)
  }

  private func paths(_ texts: [PlannedText]) async throws -> [String] {
    var paths: [String] = []
    for text in texts { paths.append(try await evaluator.path(text.text)) }
    return paths
  }
}
