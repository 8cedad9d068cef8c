import BuildspecModel
import Diagnostics

/// What of a batch is not honoured here: one notice for each key, however many builds have it.
struct BatchNotices {
  static func collect(
    _ file: BuildspecFile, _ plan: BatchPlan, isOnHost: Bool
  ) -> [PlanNotice] {
    var notices = keys(plan.builds, isOnHost: isOnHost)
    notices += variables(plan.builds)
    notices += emptyLists(file)
    notices += ProblemNotices.collect(file.problems, source: file.source, ofBatch: true)
    return NoticeCollector.sorted(notices)
  }

  /// `; 12 builds have it`, where there is more than one.
  static func tail(_ count: Int) -> String { count > 1 ? "; \(count) builds have it" : "" }

  private static func keys(_ builds: [PlannedBuild], isOnHost: Bool) -> [PlanNotice] {
    BatchBuildKey.allCases.compactMap { key in
      guard let entry = ParityTable.entry(ParityTopic(key)),
        case let treatment = isOnHost ? entry.host : entry.container,
        let reason = treatment.reason, treatment.parity == .skipped
      else { return nil }
      let users = builds.indices.filter { builds[$0].uses(key) }
      guard let first = users.first else { return nil }
      return PlanNotice(
        key: entry.topic.rawValue, message: reason + tail(users.count),
        place: builds[first].places[key])
    }
  }

  private static func variables(_ builds: [PlannedBuild]) -> [PlanNotice] {
    var faults: [(variable: BatchVariable, message: String, count: Int)] = []
    /// By name: the place in `faults`, or `nil` where there is no fault.
    var known: [String: Int?] = [:]
    for index in builds.indices {
      for variable in builds[index].environment.variables {
        if let place = known[variable.name] {
          if let place { faults[place].count += 1 }
          continue
        }
        let fault = NoticeCollector.fault(ofVariable: variable.name)
        known[variable.name] = .some(fault == nil ? nil : faults.count)
        if let fault { faults.append((variable, fault, 1)) }
      }
    }
    return faults.map { variable, message, count in
      PlanNotice(
        key: "\(ParityTopic(.variables).rawValue).\(variable.name)", message: message + tail(count),
        place: variable.place)
    }
  }

  private static func emptyLists(_ file: BuildspecFile) -> [PlanNotice] {
    (file.buildspec.batch?.matrix?.variables ?? []).filter(\.values.isEmpty).map { variable in
      PlanNotice(
        key: "\(ParityTopic(.variables).rawValue).\(variable.name.value)",
        message: "the list has no value, and the builds do not have the variable",
        place: PlanPlace(variable.name.range, in: file.source))
    }
  }
}

extension PlannedBuild {
  /// Whether it has the key, with a value that asks for something.
  func uses(_ key: BatchBuildKey) -> Bool {
    switch key {
    case .debugSession: wantsDebugSession
    case .ignoreFailure: ignoresFailure
    case .privilegedMode: environment.isPrivileged == true
    default: places[key] != nil
    }
  }
}
