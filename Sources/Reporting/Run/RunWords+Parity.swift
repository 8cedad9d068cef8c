import BuildPlanning

extension RunWords {
  /// The end of a run: how many keys of the buildspec count as in CodeBuild, and which do not.
  static func parity(_ findings: [ParityFinding]) -> [String] {
    let same = findings.count { $0.parity == .same }
    guard same < findings.count else {
      return ["parity: all \(same) keys of the buildspec count as in CodeBuild"]
    }
    let head =
      "parity: \(same) of \(findings.count) keys of the buildspec count as in CodeBuild; "
      + "`buildspec plan --parity` tells more"
    let groups = [Parity.approximated, .skipped].compactMap { parity in
      group(findings.filter { $0.parity == parity }).map { "parity: \(parity.title): \($0)" }
    }
    return [head] + groups
  }

  private static func group(_ findings: [ParityFinding]) -> String? {
    guard !findings.isEmpty else { return nil }
    return findings.map { finding in
      finding.key + (finding.place.map { " (\($0.file))" } ?? "")
    }.joined(separator: ", ")
  }
}
