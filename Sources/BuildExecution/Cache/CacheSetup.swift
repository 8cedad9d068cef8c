import BuildPlanning
import SystemPackage

/// Puts the cache of a build together.
struct CacheSetup {
  let job: RunJob
  let scratch: Scratch
  let host: Host
  let events: EventStream
  let stop: StopControl
  let shell: any BuildShell

  /// `nil` when nothing is cached.
  func cache() async -> BuildCache? {
    guard let plan = job.plan.cache, !plan.paths.isEmpty else {
      events.send(.cacheStep(.undefined))
      return nil
    }
    guard let location = job.cache else { return nil }
    do {
      return try await cache(plan, in: location)
    } catch {
      let message = "not used: \(error)"
      events.send(.notice(PlanNotice(key: "cache", message: message, place: plan.place)))
      return nil
    }
  }

  private func cache(_ plan: PlannedCache, in location: CacheLocation) async throws -> BuildCache {
    let place = try await shell.cachePlace(try site())
    for program in place.programs where ProgramSearch(host: host).find(program) == nil {
      throw CacheProblem(description: "there is no \(program) on PATH")
    }
    try host.files.createFolder(scratch.cache, mode: 0o700)
    return BuildCache(
      plan: plan, store: store(location), place: place, files: host.files, events: events)
  }

  private func store(_ location: CacheLocation) -> any CacheStore {
    switch location {
    case .folder(let folder): return CacheFolder(folder, host: host)
    case .s3(let place):
      let client = S3Client(job, host: host, isStopped: isStopped)
      return S3CacheStore(client: client, place: place, files: host.files, scratch: scratch.cache)
    }
  }

  private func site() throws -> CacheSite {
    let events = events
    let own = job.ownFolders.filter { $0 != job.source && $0.starts(with: job.source) }
    return CacheSite(
      host: host,
      ownFolders: Set(
        own.map { FilePath(root: nil, $0.components.dropFirst(job.source.components.count)) }),
      staging: try staging(), keepsExisting: job.plan.source.isInPlace, isStopped: isStopped,
      skipped: { events.send(.cacheStep(.skippingEntry($0))) })
  }

  /// On the file system of the source, since what is unpacked is moved there.
  private func staging() throws -> FilePath {
    guard job.plan.source.isInPlace else { return scratch.cache.appending("unpacked") }
    let folder = CacheFolder(job.source.pushing(CacheFolder.path), host: host)
    try folder.prepare()
    return folder.temporaryPath()
  }

  private var isStopped: @Sendable () -> Bool {
    let stop = stop
    return { stop.reason != nil }
  }
}
