import BuildspecModel
import Diagnostics

/// Compares a build with one on the service, key by key.
enum ParityFinder {
  /// What the buildspec uses, in the order of the file, then what holds for every build.
  static func find(
    _ buildspec: Buildspec, request: RunRequest, source: SourceText
  ) -> [ParityFinding] {
    let isOnHost = request.container == nil
    let uses = KeyUses.collect(buildspec, request: request, path: source.path)
      .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let found = uses.compactMap { use in
      finding(use.topic, key: use.key, place: PlanPlace(use.range, in: source), isOnHost)
    }
    let general = ParityTable.entries.map(\.topic).filter(\.isGeneral).compactMap {
      finding($0, key: $0.rawValue, place: nil, isOnHost)
    }
    let batch = request.batchBuild.map { findings($0, isOnHost) } ?? []
    return found + batch + general
  }

  /// What the batch says of the build.
  private static func findings(_ build: PlannedBuild, _ isOnHost: Bool) -> [ParityFinding] {
    let keys = BatchBuildKey.allCases.filter(build.uses)
    let made = build.uses(.identifier) ? [] : [(ParityTopic.madeIdentifier, build.place)]
    return (made + keys.map { (ParityTopic($0), build.places[$0]) }).compactMap { topic, place in
      finding(topic, key: topic.rawValue, place: place, isOnHost)
    }
  }

  /// The notices with which a build begins.
  static func notices(_ findings: [ParityFinding], isOnHost: Bool) -> [PlanNotice] {
    findings.compactMap { finding in
      guard let place = finding.place, let treatment = treatment(finding.topic, isOnHost),
        treatment.isTold, let reason = treatment.reason
      else { return nil }
      return PlanNotice(key: finding.key, message: reason, place: place)
    }
  }

  private static func finding(
    _ topic: ParityTopic, key: String, place: PlanPlace?, _ isOnHost: Bool
  ) -> ParityFinding? {
    treatment(topic, isOnHost).map {
      ParityFinding(topic: topic, key: key, parity: $0.parity, reason: $0.reason, place: place)
    }
  }

  private static func treatment(_ topic: ParityTopic, _ isOnHost: Bool) -> ParityTreatment? {
    ParityTable.entry(topic).map { isOnHost ? $0.host : $0.container }
  }
}
