import Diagnostics
import Reporting

/// Writes what a `lint` gave: the findings, the changed files, the baseline, the difference.
struct LintOutput {
  let request: LintRequest
  let reports: ReportOutput
  let files: [LintedFile]

  /// The exit status.
  func finish() throws(ToolError) -> ExitStatus {
    if files.contains(where: \.hasBrokenConfig) {
      return try reports.writeConfigs(files.filter(\.hasBrokenConfig).map(\.findings))
    }
    switch request.change {
    case .none: try report()
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

  private func report() throws(ToolError) {
    try reports.write(files.map(\.findings))
  }

  /// Standard output takes the text of standard input, so the findings go to standard error then.
  private func writeFiles() throws(ToolError) {
    if request.paths == [SourceReader.standardInput] {
      for file in files { StandardStreams.write(file.text.bytes) }
      let style = request.color.style(forDescriptor: 2)
      let findings = files.map(\.findings)
      StandardStreams.writeError(
        FindingsReport.render(findings, as: .text, style: style, context: .current))
      return
    }
    for file in files where file.isChanged {
      try FileRewrite(path: file.original.path).write(file.text.bytes)
    }
    try report()
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

  private static func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
