import BuildExecution
import BuildPlanning
import BuildspecModel
import Diagnostics
import Synchronization
import TestSupport
import Testing

@testable import Reporting

/// Each report of a run, made from the same events.
struct RunReportTests {
  private static let buildspec = """
    version: 0.2
    env:
      variables: {GREETING: hello, API_TOKEN: hush}
      exported-variables: [VERSION]
    phases:
      install: {runtime-versions: {java: 17}}
      build:
        on-failure: CONTINUE
        commands:
          - echo "$GREETING"
          - |
            cd sub
            make all
        finally: [cleanup]
    artifacts: {files: ['**/*', gone.txt], name: app-$VERSION}
    """

  private static var plan: RunPlan {
    let source = SourceText(path: "buildspec.yml", text: buildspec)
    var request = RunRequest(source: SourceFacts(directory: "."))
    request.artifactsFolder = "out"
    request.selection.skipped = [.postBuild]
    return Planner.plan(BuildspecFile(source: source).buildspec, source: source, request: request)
  }

  private static func time(_ milliseconds: Int64) -> Timestamp {
    // 2026-07-14 09:08:31.117086 UTC
    Timestamp(microseconds: 1_784_020_111_117_086 + milliseconds * 1_000)
  }

  private static func phase(
    _ phase: BuildPhase, _ range: ClosedRange<Int64>, _ context: PhaseContext? = nil
  ) -> PhaseResult {
    PhaseResult(
      phase: phase, status: context == nil ? .succeeded : .failed, context: context,
      startedAt: time(range.lowerBound), finishedAt: time(range.upperBound))
  }

  private static let runtimeSteps: [RuntimeStep] = [
    .resolved(runtime: "java", alias: "latest", version: "17"),
    .selected(runtime: "java", version: "17"),
    .required(runtime: "python", version: "3.10", dependent: "java"),
    .notOverridden(runtime: "a", version: "1", dependent: "b", dependentVersion: "2"),
    .unsupported, .chosen(runtime: "java", version: "JDK 17.0.15", place: "/jdk/bin/java"),
    .commandStarted("broken"), .commandFinished("broken", .exited(127)), .commandStarted("install"),
  ]

  /// A build in which the second command is not found and an artifact is missing.
  private static func events() -> [(RunEvent, Timestamp)] {
    let plan = plan
    let commands = plan.phases[2].commands + plan.phases[2].finally
    func command(_ index: Int, _ status: Int32, _ range: ClosedRange<Int64>) -> CommandResult {
      CommandResult(
        command: commands[index], phase: .build, outcome: .exited(status), wasStopped: false,
        startedAt: time(range.lowerBound), finishedAt: time(range.upperBound))
    }
    let failure = PhaseContext(
      code: "COMMAND_EXECUTION_ERROR",
      message: "Error while executing command: \(commands[1].text). Reason: exit status 127")
    let phases = [
      phase(.downloadSource, 0...3), phase(.install, 4...4), phase(.preBuild, 4...4),
      phase(.build, 5...1_505, failure), phase(.uploadArtifacts, 1_506...1_516),
    ]
    let result = BuildResult(
      status: .failed, phases: phases, failedCommand: command(1, 127, 10...1_500),
      exportedVariables: ["VERSION": "1.0"], startedAt: time(0), finishedAt: time(1_520))
    var events: [(RunEvent, Int64)] = [
      (.buildStarted(BuildStart(identifier: "local:0000", plan: plan)), 0)
    ]
    events += plan.notices.map { (.notice($0), 0) }
    events += [
      (.phaseStarted(.downloadSource), 0),
      (.sourceReady(SourceReady(folder: "/scratch/src", copiedFiles: 12)), 3),
    ]
    events += runtimeSteps.map { (.runtimeStep($0), 3) }
    events += [
      (.output(Array("installing\n".utf8)[...]), 3),
      (.runtimeStep(.commandFinished("install", .exited(0))), 3), (.runtimeStep(.finished), 3),
      (.cacheStep(.undefined), 3), (.cacheStep(.expanded("deps/**/*")), 3),
      (.cacheStep(.downloading), 3), (.cacheStep(.missed(key: "k-2")), 3),
      (.cacheStep(.unarchiving), 3), (.cacheStep(.skippingEntry("other")), 3),
      (.cacheStep(.restored(key: "k-1")), 3), (.cacheStep(.uploading), 3),
      (.cacheStep(.saved(key: nil)), 3), (.cacheStep(.alreadySaved(key: "k-1")), 3),
      (.cacheStep(.nothingToSave), 3), (.phaseFinished(phases[0]), 3), (.phaseStarted(.install), 4),
      (.phaseFinished(phases[1]), 4),
      (.phaseStarted(.preBuild), 4), (.phaseFinished(phases[2]), 4), (.phaseStarted(.build), 5),
      (.commandStarted(commands[0], phase: .build), 5),
      (.output(Array("hello\nw\u{F6}rld".utf8.dropLast(4))[...]), 6),
      (.output(Array("w\u{F6}rld\u{1B}[0m".utf8.dropFirst(2))[...]), 7),
      (.commandFinished(command(0, 0, 5...9)), 9),
      (.commandStarted(commands[1], phase: .build), 10),
      (.output(Array("script.sh: 5: make: not found\n".utf8)[...]), 11),
      (.commandFinished(command(1, 127, 10...1_500)), 1_500),
      (.commandStarted(commands[2], phase: .build), 1_501),
      (.commandFinished(command(2, 0, 1_501...1_504)), 1_504),
      (.phaseFinished(phases[3]), 1_505),
      (.phaseSkipped(.postBuild, option: "--skip post_build"), 1_505),
      (.phaseStarted(.uploadArtifacts), 1_506), (.artifactStep(.expandingBase(".")), 1_507),
      (.artifactStep(.expandingFiles(base: ".")), 1_507),
      (.artifactStep(.expanding("**/*")), 1_508),
      (.artifactStep(.expanding("gone.txt")), 1_509), (.artifactStep(.skipping("gone.txt")), 1_509),
      (.artifactStep(.collision(name: "a", kept: "x/a", dropped: "y/a")), 1_509),
      (.artifactStep(.linkLeftOut("l")), 1_509),
      (.artifactStep(.linkNotFollowed("m")), 1_509), (.artifactStep(.found(3)), 1_510),
      (
        .artifactReady(
          ArtifactResult(identifier: nil, name: "app-1.0", fileCount: 3, folder: "out")), 1_515
      ),
      (.artifactStep(.report("unit")), 1_515),
      (
        .reportReady(
          ReportResult(group: "unit", format: "JUNITXML", fileCount: 1, folder: "kept/unit")), 1_515
      ),
      (.phaseFinished(phases[4]), 1_516),
      (.parityCompared(plan.parity.filter { !$0.topic.isGeneral }), 1_520),
      (.buildFinished(result), 1_520),
    ]
    return events.map { ($0.0, time($0.1)) }
  }

  private func report(_ make: (RunOutput) -> any RunEventSink) -> (output: String, error: String) {
    let terminal = MemoryTerminal()
    var sink = make(RunOutput(terminal: terminal, onClosed: {}))
    for (event, time) in Self.events() { sink.receive(event, at: time) }
    return (terminal.output, terminal.error)
  }

  private func expect(
    _ name: String, _ location: SourceLocation = #_sourceLocation,
    _ make: (RunOutput) -> any RunEventSink
  ) throws {
    let written = report(make)
    let text = "\(written.output)--- standard error\n\(written.error)"
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/\(name)"), location)
  }

  @Test func `the CodeBuild log`() throws {
    try expect("run.codebuild.txt") { RunCodeBuildLog(output: $0) }
  }

  @Test func `the pretty report without colors`() throws {
    try expect("run.pretty.txt") {
      RunPretty(output: $0, style: Style(isColored: false), isVerbose: false)
    }
  }

  @Test func `the pretty report with colors, verbose`() throws {
    try expect("run.pretty-verbose.txt") {
      RunPretty(output: $0, style: Style(isColored: true), isVerbose: true)
    }
  }

  @Test func `JSON Lines`() throws {
    try expect("run.jsonl") { RunJSONLines(output: $0) }
  }

  @Test func `the quiet report tells only the failure`() {
    let written = report { RunQuiet(output: $0) }
    #expect(written.output == "")
    #expect(
      written.error
        == "buildspec.yml:11:9: command failed with exit status 127 (command not found)\n")
  }

  @Test func `the plan as text`() throws {
    let text = RunPlanText.render(Self.plan, style: Style(isColored: false))
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/plan.txt"))
    #expect(!text.contains("hush"))
  }

  @Test func `the plan as JSON`() throws {
    let text = RunPlanDocument.render(Self.plan)
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/plan.json"))
    #expect(!text.contains("hush"))
  }

  @Test func `how near the plan comes to CodeBuild`() throws {
    let text = RunParityText.render(Self.plan, style: Style(isColored: false))
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/parity.txt"))
    try Snapshot.expect(
      RunParityDocument.render(Self.plan), in: Snapshot.path("Snapshots/parity.json"))
  }

  @Test func `the end of a run is one line when all is the same`() {
    let same = Self.plan.parity.filter { $0.parity == .same && !$0.topic.isGeneral }
    #expect(RunWords.parity([]).count == 1)
    #expect(
      RunWords.parity(same)
        == ["parity: all \(same.count) keys of the buildspec count as in CodeBuild"])
  }

  @Test func `times are UTC and durations are short`() {
    #expect(RunTime.log(Self.time(0)) == "2026/07/14 09:08:31.117086")
    #expect(
      RunTime.iso(Timestamp(microseconds: 951_782_400_000_000)) == "2000-02-29T00:00:00.000000Z")
    #expect(RunTime.log(Timestamp(microseconds: -1)) == "1969/12/31 23:59:59.999999")
    // What a damaged record may tell.
    #expect(RunTime.iso(Timestamp(microseconds: .min)).hasPrefix("0000-"))
    #expect(RunTime.iso(Timestamp(microseconds: .max)) == "9999-01-10T04:00:54.775807Z")
    #expect(RunTime.duration(0) == "0.00 s")
    #expect(RunTime.duration(1_234_567) == "1.23 s")
    #expect(RunTime.duration(59_900_000) == "59.9 s")
    #expect(RunTime.duration(125_400_000) == "2 min 05 s")
  }

  @Test(arguments: [
    (126, "found, but it cannot be executed"), (127, "command not found"),
    (143, "ended by signal 15, SIGTERM"),
  ])
  func `statuses of shells have a meaning`(status: Int32, meaning: String) {
    #expect(RunWords.meaning(ofStatus: status) == meaning)
  }

  @Test(arguments: [
    "API_TOKEN", "GITHUB_TOKEN", "DB_PASSWORD", "AWS_SECRET_ACCESS_KEY", "npm_auth",
  ])
  func `secret names are masked`(name: String) {
    #expect(SecretNames.masked("v", of: name) == "***")
  }

  @Test(arguments: ["CACHE_KEY", "PATH", "AUTHOR", "PASSED", "TOKENIZER"])
  func `other names are not`(name: String) {
    #expect(SecretNames.masked("v", of: name) == "v")
  }

  @Test func `a URL with a password is masked`() {
    #expect(SecretNames.masked("https://u:p@host/x", of: "URL") == "***")
    #expect(SecretNames.masked("https://host/x", of: "URL") == "https://host/x")
  }

  @Test func `a character that is cut between chunks comes whole`() {
    let bytes = Array("aé€😀".utf8)
    for cut in 0...bytes.count {
      let whole = UTF8Boundary.wholeCharacters(bytes[..<cut])
      #expect(String(validating: bytes[..<whole], as: UTF8.self) != nil)
      #expect(cut - whole < 4)
    }
  }

  @Test func `a reader that goes away is told once and ends the writing`() {
    struct Closed: Terminal {
      func isInteractive(_ stream: StandardStream) -> Bool { false }
      func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws {
        throw OutputClosed()
      }
    }
    let count = Mutex(0)
    let onClosed: @Sendable () -> Void = { count.withLock { $0 += 1 } }
    var output = RunOutput(terminal: Closed(), onClosed: onClosed)
    for _ in 0..<3 {
      output.write("x")
      output.flush()
    }
    #expect(count.withLock { $0 } == 1)
  }
}
