import BuildPlanning
import SystemPackage

/// The cache of one build: restored before the first command, saved after the last one.
struct BuildCache {
  let plan: PlannedCache
  let store: any CacheStore
  let place: any CachePlace
  let files: any Files
  let events: EventStream
  /// Keys beyond those are passed over by the service.
  private static let fallbackLimit = 5

  private var name: CacheName?
  private var paths: [String] = []
  /// Whether an archive of this very key was restored.
  private var isExact = false

  init(
    plan: PlannedCache, store: any CacheStore, place: any CachePlace, files: any Files,
    events: EventStream
  ) {
    self.plan = plan
    self.store = store
    self.place = place
    self.files = files
    self.events = events
  }

  /// - Throws: `BuildStopped` alone; whatever else goes wrong is told, and the build goes on without.
  mutating func restore(_ evaluator: ShellEvaluator) async throws {
    do {
      let fallbacks = try await prepare(evaluator)
      guard plan.action != "save", let name, !paths.isEmpty else { return }
      if store.isRemote { events.send(.cacheStep(.downloading)) }
      let kept = try await store.list(version: name.version)
      for candidate in Self.candidates(name, fallbacks, among: kept) {
        guard try await restore(candidate) else { continue }
        isExact = candidate == name && name.key != nil
        return events.send(.cacheStep(.restored(key: candidate.key)))
      }
      events.send(.cacheStep(.missed(key: name.key)))
    } catch let stopped as BuildStopped {
      throw stopped
    } catch {
      tell("cache", "not restored: \(error)")
    }
  }

  /// - Throws: `BuildStopped` alone.
  func save() async throws {
    guard plan.action != "restore", let name, !paths.isEmpty else { return }
    if isExact { return events.send(.cacheStep(.alreadySaved(key: name.key))) }
    do {
      var isEmpty = false
      let isKept = try await store.keep(name) { archive in
        isEmpty = try await !place.pack(paths, to: archive)
        guard !isEmpty else { return false }
        try CacheSeal(files: files).seal(archive)
        if store.isRemote { events.send(.cacheStep(.uploading)) }
        return true
      }
      let step: CacheStep =
        isEmpty ? .nothingToSave : isKept ? .saved(key: name.key) : .alreadySaved(key: name.key)
      events.send(.cacheStep(step))
    } catch let stopped as BuildStopped {
      throw stopped
    } catch {
      tell("cache", "not saved: \(error)")
    }
  }

  /// Has the shell work out paths and keys.
  /// - Returns: the fallback keys.
  private mutating func prepare(_ evaluator: ShellEvaluator) async throws -> [String] {
    var all: [String] = []
    for text in plan.paths { all.append(try await evaluator.path(text.text)) }
    let (outside, reason) = place.leftOut(all)
    if !outside.isEmpty {
      let first = zip(plan.paths, all).first { outside.contains($1) }
      tell("cache.paths", "\(outside.joined(separator: ", ")): \(reason)", at: first?.0)
    }
    paths = all.filter { !outside.contains($0) }
    for path in paths { events.send(.cacheStep(.expanded(path))) }
    var key: String?
    if let text = plan.key {
      guard let value = try await evaluator.expanded(text.text), !value.isEmpty else {
        throw CacheProblem(description: "the key \(text.text) has no value")
      }
      key = value
    }
    name = CacheName(paths: plan.paths.map(\.text), key: key, system: place.system)
    guard key != nil else { return [] }
    var fallbacks: [String] = []
    for text in plan.fallbackKeys.prefix(Self.fallbackLimit) {
      if let value = try await evaluator.expanded(text.text), !value.isEmpty {
        fallbacks.append(value)
      }
    }
    return fallbacks
  }

  /// The very name first, then what begins with a fallback key, in their order.
  private static func candidates(
    _ name: CacheName, _ fallbacks: [String], among kept: [CacheName]
  ) -> [CacheName] {
    let exact = kept.filter { $0 == name }
    return exact
      + fallbacks.flatMap { prefix in
        kept.filter { $0 != name && $0.key?.hasPrefix(prefix) == true }
      }
  }

  /// - Returns: `false` when the archive is damaged, which is told.
  private func restore(_ candidate: CacheName) async throws -> Bool {
    do {
      try await store.fetch(candidate) { archive in
        guard try CacheSeal(files: files).isWhole(archive) else {
          throw CacheProblem(description: "it was cut off or changed", isDamage: true)
        }
        events.send(.cacheStep(.unarchiving))
        try await place.unpack(archive, paths)
      }
      return true
    } catch let problem as CacheProblem where problem.isDamage {
      let key = candidate.key.map { " with the key \($0)" } ?? ""
      tell("cache", "the archive\(key) cannot be read and is not used: \(problem)")
      try await store.drop(candidate)
      return false
    }
  }

  private func tell(_ key: String, _ message: String, at text: PlannedText? = nil) {
    events.send(.notice(PlanNotice(key: key, message: message, place: text?.place ?? plan.place)))
  }
}
