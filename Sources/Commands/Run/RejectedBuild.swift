import BuildExecution
import BuildPlanning
import Diagnostics
import Reporting
import RunRecords
import SystemPackage

/// A build that ends in DOWNLOAD_SOURCE, since its buildspec cannot be used.
struct RejectedBuild {
  let source: SourceText
  let diagnostics: [Diagnostic]
  /// Hides the secrets that were given.
  let mask: SecretMask
  /// The source folder.
  let folder: FilePath

  /// What its record tells.
  func subject(_ options: RunOptions) -> RunSubject {
    let container = options.container.planned()
    return RunSubject(
      buildspec: mask.masked(source.path), engine: container?.engine.rawValue ?? "host",
      image: (container?.image).map(mask.masked), directory: options.directory ?? ".",
      isInPlace: options.inPlace)
  }

  /// The findings, for standard error.
  func findings(style: Style) -> String {
    let files = [FileFindings(source: source, diagnostics: diagnostics)]
    return mask.masked(FindingsReport.render(files, as: .text, style: style))
  }

  /// The same build as events.
  func send(to events: EventStream, host: Host) {
    events.hide(mask)
    let time = host.clock.now()
    let phase = PhaseResult(
      phase: .downloadSource, status: .failed, context: .yamlFile(message), startedAt: time,
      finishedAt: time)
    events.send(.phaseStarted(.downloadSource))
    events.send(.phaseFinished(phase))
    events.send(
      .buildFinished(
        BuildResult(status: .failed, phases: [phase], startedAt: time, finishedAt: time)))
  }

  /// The service's words where they are known, else ours.
  private var message: String {
    let prefix = "YAML_FILE_ERROR Message: "
    let words = diagnostics.lazy.compactMap(\.serviceMessage).first { $0.hasPrefix(prefix) }
    return words.map { String($0.dropFirst(prefix.count)) } ?? diagnostics.first?.message ?? ""
  }
}
