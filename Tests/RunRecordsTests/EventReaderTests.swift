import BuildExecution
import BuildPlanning
import Reporting
import Testing

@testable import RunRecords

/// Events are read back from what was written about them.
struct EventReaderTests {
  private static let time = Timestamp(microseconds: 1_784_020_111_117_086)
  private static let early = Timestamp(microseconds: 1_784_020_111_000_000)
  private static let place = PlanPlace(path: "a b.yml", line: 1, column: 2, start: 3, end: 4)
  private static let command = PlannedCommand(
    text: "echo \"ä\"\n\u{1}", list: .finally, index: 7, place: place)

  private static func result(_ outcome: ItemOutcome, stopped: Bool) -> CommandResult {
    CommandResult(
      command: command, phase: .postBuild, outcome: outcome, wasStopped: stopped,
      startedAt: early, finishedAt: time)
  }

  private static let failed = PhaseResult(
    phase: .build, status: .failed, context: PhaseContext(code: "C", message: "m\n"),
    startedAt: early, finishedAt: time)

  private static let events: [RunEvent] =
    [
      .sourceReady(SourceReady(folder: "/f", copiedFiles: 3)),
      .sourceReady(SourceReady(folder: "/f", copiedFiles: nil)),
      .phaseStarted(.preBuild), .phaseSkipped(.install, option: "--skip install"),
      .commandStarted(command, phase: .build),
      .commandFinished(result(.exited(127), stopped: false)),
      .commandFinished(result(.shellLost, stopped: true)), .phaseFinished(failed),
      .notice(PlanNotice(key: "k", message: "m", place: place)),
      .notice(PlanNotice(key: "k", message: "m", place: nil)),
      .artifactReady(
        ArtifactResult(identifier: "i", name: "n", fileCount: 2, folder: nil, archive: "a.zip")),
      .reportReady(ReportResult(group: "g", format: "JUNITXML", fileCount: 1, folder: "r")),
      .buildFinished(
        BuildResult(
          status: .timedOut, phases: [failed], failedCommand: result(.exited(1), stopped: false),
          exportedVariables: ["A": "1"], startedAt: early, finishedAt: time)),
      .parityCompared([
        ParityFinding(
          topic: .cache, key: "cache", parity: .approximated, reason: "r", place: place),
        ParityFinding(topic: .version, key: "version", parity: .same),
        ParityFinding(topic: .proxy, key: "proxy", parity: .skipped),
      ]),
    ] + runtimes.map { .runtimeStep($0) } + cache.map { .cacheStep($0) }
    + artifacts.map { .artifactStep($0) }

  private static let runtimes: [RuntimeStep] = [
    .resolved(runtime: "java", alias: "latest", version: "21"),
    .selected(runtime: "java", version: "21"),
    .required(runtime: "java", version: "8", dependent: "android"),
    .notOverridden(runtime: "java", version: "8", dependent: "android", dependentVersion: "11"),
    .unsupported, .commandStarted("c"), .commandFinished("c", .exited(3)),
    .chosen(runtime: "java", version: "21", place: "/jdk"), .finished,
  ]

  private static let cache: [CacheStep] = [
    .undefined, .expanded("p"), .downloading, .unarchiving, .skippingEntry("p"),
    .restored(key: nil), .missed(key: "k"), .uploading, .saved(key: "k"),
    .alreadySaved(key: "k"), .nothingToSave,
  ]

  private static let artifacts: [ArtifactStep] = [
    .secondary("i"), .report("g"), .expandingBase("b"), .expandingFiles(base: "b"),
    .expanding("e"), .skipping("s"), .folderNamed("f"), .linkLeftOut("l"), .linkNotFollowed("l"),
    .found(3), .collision(name: "n", kept: "k", dropped: "d"),
  ]

  @Test func `what is written about an event is read back`() throws {
    for event in Self.events {
      let line = RunWire.line(of: event, at: Self.time)
      var reader = EventReader()
      let read = try reader.event(RecordedObject(line), at: Self.time)
      #expect(read.map { RunWire.line(of: $0, at: Self.time) } == line)
    }
  }

  @Test func `events of later versions are passed over`() throws {
    for line in [
      "{\"event\":\"newer\"}", "{\"event\":\"cacheStep\",\"step\":\"newer\"}",
      "{\"event\":\"artifactStep\",\"step\":\"newer\"}",
    ] {
      var reader = EventReader()
      #expect(try reader.event(RecordedObject(Array(line.utf8)), at: Self.time) == nil)
    }
  }

  @Test func `no cut and no change of a line is a crash`() throws {
    for event in Self.events {
      let line = RunWire.line(of: event, at: Self.time)
      for cut in 0..<line.count {
        #expect(throws: RecordDamage.self) { try RecordedObject(Array(line.prefix(cut))) }
        var changed = line
        changed[cut] = UInt8(ascii: "9")
        var reader = EventReader()
        if let object = try? RecordedObject(changed) {
          _ = try? reader.event(object, at: Self.time)
        }
      }
    }
  }
}
