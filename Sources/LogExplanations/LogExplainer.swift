/// Finds what the lines of a build log mean.
package enum LogExplainer {
  /// What a pasted text means: one line, or a log. Empty when nothing in it is known.
  package static func explain(_ bytes: [UInt8]) -> [LogExplanation] {
    let lines = LogLine.lines(bytes)
    if lines.count == 1 { return explain(line: lines[0]).map { [$0] } ?? [] }
    return explain(log: lines)
  }

  /// The message that says most about the line: one that names a cause before one that does not, and
  /// then the one with the most words of its own.
  static func explain(line: [UInt8]) -> LogExplanation? {
    var best: (message: LogMessage, weight: Int, gaps: [String: String])?
    let bytes = ByteSet(line)
    for message in LogMessages.all {
      for pattern in message.patterns where bytes.contains(pattern.bytes) {
        let isBetter =
          best.map { (message.rank, pattern.weight) > ($0.message.rank, $0.weight) } ?? true
        if isBetter, let gaps = pattern.match(line) { best = (message, pattern.weight, gaps) }
      }
    }
    return best.map {
      LogExplanation($0.message, line: String(decoding: line, as: UTF8.self), gaps: $0.gaps)
    }
  }

  /// The first failing phase comes first, each message once. A phase whose cause is known needs no
  /// word on its status.
  private static func explain(log lines: [[UInt8]]) -> [LogExplanation] {
    let parts = LogPart.parts(of: lines)
    var seen: Set<String> = []
    return (parts.filter(\.isFailed) + parts.filter { !$0.isFailed }).flatMap { part in
      var found: [LogExplanation] = []
      for line in part.lines {
        guard var explanation = explain(line: line), explanation.message.kind != .harmless,
          seen.insert(explanation.message.name).inserted
        else { continue }
        explanation.phase = part.phase
        found.append(explanation)
      }
      let hasCause = found.contains { $0.message.kind == .cause }
      return hasCause ? found.filter { $0.message.kind == .cause } : found
    }
  }
}

extension LogMessage {
  fileprivate var rank: Int {
    switch kind {
    case .cause: 2
    case .harmless: 1
    case .general: 0
    }
  }
}
