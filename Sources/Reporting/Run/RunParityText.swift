package import BuildPlanning

/// How near a build comes to one on the service, for people.
package enum RunParityText {
  package static func render(_ plan: RunPlan, style: Style) -> String {
    let keys = plan.parity.filter { !$0.topic.isGeneral }
    let general = plan.parity.filter(\.topic.isGeneral)
    let sections = Parity.allCases.map { parity in
      section("\(plan.buildspecPath): \(parity.title)", keys.filter { $0.parity == parity }, style)
    }
    let rest = Parity.allCases.map { parity in
      section("every build: \(parity.title)", general.filter { $0.parity == parity }, style)
    }
    return (sections + rest).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func section(
    _ title: String, _ findings: [ParityFinding], _ style: Style
  ) -> String {
    let rows = findings.map { finding in
      [finding.key, finding.place?.file, finding.reason].compactMap { $0 }
    }
    return RunPlanText.section(title, RunPlanText.columns(rows), style)
  }
}

extension Parity {
  /// How headings call it.
  var title: String {
    switch self {
    case .same: "as in CodeBuild"
    case .approximated: "approximated"
    case .skipped: "skipped"
    }
  }
}

extension PlanPlace {
  /// `buildspec.yml:4`.
  var file: String { "\(path):\(line)" }
}
