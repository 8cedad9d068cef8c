import BuildPlanning

/// Reads how near a build came to one on the service. What is the same was only counted.
enum RecordedParity {
  static func findings(_ line: RecordedObject) throws(RecordDamage) -> [ParityFinding] {
    let same = ParityFinding(topic: .version, key: ParityTopic.version.rawValue, parity: .same)
    let count = try line.number("same")
    // A record may be damaged; a buildspec has no more keys than this.
    guard (0...most).contains(count) else { throw RecordDamage(missing: "same") }
    return try findings(line.objects("approximated")) + Array(repeating: same, count: count)
      + findings(line.objects("skipped"))
  }

  private static let most = 1_000_000

  private static func findings(
    _ objects: [RecordedObject]
  ) throws(RecordDamage) -> [ParityFinding] {
    var findings: [ParityFinding] = []
    for object in objects {
      guard let topic = ParityTopic(rawValue: try object.text("topic")) else {
        throw RecordDamage(missing: "topic")
      }
      guard let parity = Parity(rawValue: try object.text("parity")) else {
        throw RecordDamage(missing: "parity")
      }
      findings.append(
        ParityFinding(
          topic: topic, key: try object.text("key"), parity: parity,
          reason: object.optionalText("reason"), place: try RecordedPlan.optionalPlace(object)))
    }
    return findings
  }
}
