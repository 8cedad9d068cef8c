import BuildExecution
import BuildPlanning
import Reporting
import Synchronization

/// What a build did.
struct FinishedBuild {
  let result: BuildResult
  let events: [(event: RunEvent, time: Timestamp)]

  var status: BuildStatus { result.status }

  /// `local:` and a UUID.
  var identifier: String {
    events.lazy.compactMap { event, _ in
      if case .buildStarted(let start) = event { start.identifier } else { nil }
    }.first ?? ""
  }

  /// All that the commands wrote.
  var output: String {
    var bytes: [UInt8] = []
    for (event, _) in events {
      if case .output(let chunk) = event { bytes += chunk }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// `INSTALL SUCCEEDED` and so on, in the order in which the phases ended.
  var phases: [String] { result.phases.map { "\($0.phase.rawValue) \($0.status.rawValue)" } }

  /// Phases after the source is there.
  var commandPhases: [String] { Array(phases.dropFirst()) }

  /// Code and message of the first failing phase.
  var failure: String? {
    result.phases.lazy.compactMap(\.context).first.map { "\($0.code): \($0.message)" }
  }

  var commands: [String] {
    events.compactMap { event, _ in
      if case .commandStarted(let command, _) = event { command.text } else { nil }
    }
  }

  var notices: [String] {
    events.compactMap { event, _ in
      if case .notice(let notice) = event { "\(notice.key): \(notice.message)" } else { nil }
    }
  }

  var runtimeSteps: [RuntimeStep] {
    events.compactMap { event, _ in
      if case .runtimeStep(let step) = event { step } else { nil }
    }
  }

  var steps: [ArtifactStep] {
    events.compactMap { event, _ in
      if case .artifactStep(let step) = event { step } else { nil }
    }
  }

  var cacheSteps: [CacheStep] {
    events.compactMap { event, _ in
      if case .cacheStep(let step) = event { step } else { nil }
    }
  }

  var artifacts: [ArtifactResult] {
    events.compactMap { event, _ in
      if case .artifactReady(let artifact) = event { artifact } else { nil }
    }
  }

  var reports: [ReportResult] {
    events.compactMap { event, _ in
      if case .reportReady(let report) = event { report } else { nil }
    }
  }

  /// The lines of the CodeBuild log without their times.
  var log: [String] {
    let terminal = MemoryTerminal()
    var report = RunCodeBuildLog(output: RunOutput(terminal: terminal, onClosed: {}))
    for (event, time) in events { report.receive(event, at: time) }
    return terminal.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("[Container] ") ? String(line.dropFirst(39)) : String(line)
    }
  }
}

/// Keeps what is written.
final class MemoryTerminal: Terminal {
  private let bytes = Mutex<[UInt8]>([])

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

  func isInteractive(_ stream: StandardStream) -> Bool { false }

  func write(_ chunk: ArraySlice<UInt8>, to stream: StandardStream) throws {
    if stream == .output { bytes.withLock { $0 += chunk } }
  }
}
