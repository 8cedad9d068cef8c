import BuildExecution
import BuildPlanning
import TestSupport

/// What a build did, in lines that are the same whichever engine ran it: without times, identifiers
/// and the places that the engines choose.
struct BuildRecord {
  let lines: [String]
  let output: String
  let status: BuildStatus

  init(_ build: FinishedBuild, artifacts: TemporaryDirectory) {
    let places = Places(build)
    var lines: [String] = []
    var output: [UInt8] = []
    func flush() {
      guard !output.isEmpty else { return }
      lines.append(
        "output \(places.neutral(String(decoding: output, as: UTF8.self)).debugDescription)")
      output = []
    }
    for (event, _) in build.events {
      if case .output(let bytes) = event {
        output += bytes
      } else if let line = Self.line(event) {
        flush()
        lines.append(places.neutral(line))
      }
    }
    flush()
    for file in artifacts.files("artifacts") {
      lines.append("file \(file) \(Self.content(artifacts, file))")
    }
    self.lines = lines
    self.output = places.neutral(build.output)
    self.status = build.status
  }

  private static func content(_ folder: TemporaryDirectory, _ file: String) -> String {
    let path = folder.file("artifacts/\(file)")
    return TestFilesystem.link(path).map { "-> \($0)" }
      ?? "\(TestFilesystem.mode(path)) \(folder.text("artifacts/\(file)").debugDescription)"
  }

  private static func line(_ event: RunEvent) -> String? {
    switch event {
    case .buildStarted, .output, .parityCompared: nil
    case .sourceReady(let ready): "source \(ready.copiedFiles.map(String.init) ?? "in place")"
    case .phaseStarted(let phase): "phase \(phase.rawValue)"
    case .phaseSkipped(let phase, let option): "left out \(phase.rawValue) \(option)"
    case .commandStarted(let command, let phase):
      "command \(phase.rawValue) \(command.list.rawValue) \(command.index) \(command.text)"
    case .commandFinished(let result): "ended \(result.outcome) stopped \(result.wasStopped)"
    case .phaseFinished(let result):
      "phase \(result.phase.rawValue) \(result.status.rawValue) \(result.context?.code ?? "") "
        + (result.context?.message ?? "")
    case .notice(let notice): "notice \(notice.key) \(notice.message)"
    case .runtimeStep(let step): "runtime \(step)"
    case .cacheStep(let step): "cache \(step)"
    case .reportReady(let report): "report \(report.group) \(report.format) \(report.fileCount)"
    case .artifactStep(let step): "step \(step)"
    case .artifactReady(let artifact):
      "artifact \(artifact.identifier ?? "") \(artifact.name ?? "") \(artifact.fileCount)"
    case .buildFinished(let result):
      "build \(result.status.rawValue) \(result.exportedVariables.sorted { $0.key < $1.key }) "
        + "\(result.failedCommand?.command.text ?? "")"
    }
  }
}

/// The folders that an engine made up for a build.
private struct Places {
  private var names: [(String, String)] = []

  init(_ build: FinishedBuild) {
    for (event, _) in build.events {
      guard case .sourceReady(let ready) = event else { continue }
      let parent = ready.folder.split(separator: "/").dropLast().map { "/\($0)" }.joined()
      names = [
        (ready.folder, "SRC"), ("/codebuild/output/tmp", "TMP"), ("\(parent)/tmp", "TMP"),
      ]
    }
  }

  func neutral(_ text: String) -> String {
    names.reduce(text) { text, name in
      var parts: [Substring] = []
      var rest = text[...]
      while let range = rest.firstRange(of: name.0) {
        parts.append(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
      }
      return (parts + [rest]).joined(separator: name.1)
    }
  }
}
