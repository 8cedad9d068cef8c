/// The lines of one phase in a log.
struct LogPart {
  var lines: [[UInt8]] = []
  var phase: String?
  var isFailed = false

  private static let end = LogPattern("Phase complete: {phase} State: {state}")
  private static let context = LogPattern("Phase context status code:")

  /// A phase ends with the line that gives its state, and the line on its context that follows. The
  /// start is not always in the log: nothing says that UPLOAD_ARTIFACTS begins.
  static func parts(of lines: [[UInt8]]) -> [LogPart] {
    var parts: [LogPart] = []
    var part = LogPart()
    for line in lines {
      if part.phase != nil {
        let isContext = context.match(line) != nil
        if isContext { part.lines.append(line) }
        parts.append(part)
        part = LogPart()
        if isContext { continue }
      }
      part.lines.append(line)
      if let gaps = end.match(line) {
        part.phase = gaps["phase"]
        part.isFailed = gaps["state"]?.hasPrefix("SUCCEEDED") == false
      }
    }
    return parts + [part]
  }
}
