import Diagnostics
import Reporting

/// Writes what a `lint` gave: the findings, the changed files, the baseline, the difference.
struct LintOutput {
  let request: LintRequest
  let files: [LintedFile]

  /// The exit status.
  func finish() throws(ToolError) -> ExitStatus {
    if files.contains(where: \.hasBrokenConfig) { return reportConfigs() }
    switch request.change {
    case .none: report(files.map(\.findings))
    case .fix:
      try writeFiles()
      if changeCount > 0 { note("fixed \(changes)") }
    case .addIgnores:
      try writeFiles()
      if changeCount > 0 { note("ignored \(changes)") }
    case .diff: return diff()
    case .writeBaseline(let path): return try writeBaseline(path)
    }
    let isFixed = if case .fix = request.change { changeCount > 0 } else { false }
    return isFixed || isOverThreshold ? .failure : .ok
  }

  private var isOverThreshold: Bool {
    files.contains { file in
      file.findings.diagnostics.contains { request.failOn.isReached(by: $0.severity) }
    }
  }

  /// Files share a config file, but its mistakes are told once.
  private func reportConfigs() -> ExitStatus {
    var seen: Set<String> = []
    let broken = files.filter(\.hasBrokenConfig).map(\.findings)
    report(broken.filter { seen.insert($0.source.path).inserted })
    return .usage
  }

  private func report(_ findings: [FileFindings]) {
    let style = request.color.style(forDescriptor: 1)
    StandardStreams.write(FindingsReport.render(findings, as: request.format, style: style))
    if request.format == .text { StandardStreams.writeError(summary(findings)) }
  }

  /// Standard output takes the text of standard input, so the findings go to standard error then.
  private func writeFiles() throws(ToolError) {
    if request.paths == [SourceReader.standardInput] {
      for file in files { StandardStreams.write(file.text.bytes) }
      let style = request.color.style(forDescriptor: 2)
      let findings = files.map(\.findings)
      StandardStreams.writeError(FindingsReport.render(findings, as: .text, style: style))
      return
    }
    for file in files where file.isChanged {
      try FileRewrite(path: file.original.path).write(file.text.bytes)
    }
    report(files.map(\.findings))
  }

  private func diff() -> ExitStatus {
    for file in files where file.isChanged {
      StandardStreams.write(UnifiedDiff(from: file.original, to: file.text).text)
    }
    if changeCount > 0 { note("would fix \(changes)") }
    return files.contains(where: \.isChanged) ? .failure : .ok
  }

  private func writeBaseline(_ path: String) throws(ToolError) -> ExitStatus {
    var baseline = BaselineFile(at: path)
    for file in files { baseline.add(file.findings.diagnostics, in: file.original) }
    try FileRewrite(path: path).write(Array(baseline.json.utf8))
    let count = files.reduce(0) { $0 + $1.findings.diagnostics.count }
    note("wrote \(Self.counted(count, "finding") ?? "no findings") to \(path)")
    return .ok
  }

  private var changeCount: Int { files.reduce(0) { $0 + $1.changeCount } }

  /// `3 findings in 2 files`.
  private var changes: String {
    let changed = files.filter { $0.changeCount > 0 }.count
    return [Self.counted(changeCount, "finding"), Self.counted(changed, "file")]
      .compactMap(\.self).joined(separator: " in ")
  }

  private func note(_ text: String) {
    StandardStreams.writeError(text + "\n")
  }

  private func summary(_ files: [FileFindings]) -> String {
    let counts = FindingCounts(files)
    guard counts.total > 0 else { return "" }
    let parts = [
      Self.counted(counts.errors, "error"), Self.counted(counts.warnings, "warning"),
      counts.infos == 0 ? nil : "\(counts.infos) info",
    ]
    let fileCount = files.filter { !$0.diagnostics.isEmpty }.count
    return "\n\(parts.compactMap(\.self).joined(separator: ", ")) in "
      + "\(fileCount) \(fileCount == 1 ? "file" : "files")\n"
  }

  private static func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
