import BuildspecModel
import Diagnostics

/// Compares a build with one on the service, key by key.
enum ParityFinder {
  /// What the buildspec uses, in the order of the file, then what holds for every build.
  static func find(
    _ buildspec: Buildspec, request: RunRequest, source: SourceText
  ) -> [ParityFinding] {
    let isOnHost = request.container == nil
    let uses = KeyUses.collect(buildspec, request: request)
      .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    let found = uses.compactMap { use in
      finding(use.topic, key: use.key, place: PlanPlace(use.range, in: source), isOnHost)
    }
    let general = ParityTable.entries.map(\.topic).filter(\.isGeneral).compactMap {
      finding($0, key: $0.rawValue, place: nil, isOnHost)
    }
    return found + general
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
