import Reporting

/// Writes the findings of a `lint` that changes nothing and reports to standard output as text, which
/// is the usual one.
struct TextOutput {
  let request: LintRequest
  let reports: ReportOutput
  let files: [ReportedFile]

  /// The exit status.
  func finish() throws(ToolError) -> ExitStatus {
    let mistakes = files.compactMap(\.configMistakes)
    if !mistakes.isEmpty { return try reports.writeConfigs(mistakes) }
    writeTexts()
    let counts = files.reduce(into: FindingCounts()) { $0.add($1.counts) }
    ReportOutput.summarize(counts)
    return counts.worst.map(request.failOn.isReached) == true ? .failure : .ok
  }

  /// Findings are parted by an empty line, also those of two files.
  private func writeTexts() {
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.pieceSize)
    var isFirst = true
    for file in files where !file.text.isEmpty {
      if piece.count + file.text.count >= Self.pieceSize {
        StandardStreams.write(piece)
        piece.removeAll(keepingCapacity: true)
      }
      if !isFirst { piece.append(UInt8(ascii: "\n")) }
      piece += file.text
      isFirst = false
    }
    StandardStreams.write(piece)
  }

  /// Bytes that are written at once, as far as a file's findings allow it. Room for all of them would
  /// be new memory, which costs more than to write some times.
  private static let pieceSize = 65_536
}
