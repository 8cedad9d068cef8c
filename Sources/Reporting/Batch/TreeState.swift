import BatchExecution
import BuildExecution
import BuildPlanning

/// What a `BatchTree` knows and has drawn.
struct TreeState {
  /// Builds skipped one after the other that are told one by one.
  private static let toldSkips = 5
  /// Notices that are told; builds of the same buildspec have the same.
  private static let toldNotices = 200

  private let terminal: any Terminal
  private let style: Style
  private let isVerbose: Bool
  private var area: LiveArea
  private var progress = BatchProgress()
  private var startedAt: Timestamp?
  private var drawnAt: Timestamp?
  /// What is to be written above with the next picture.
  private var items: [LiveArea.Item] = []
  private var skips = 0
  private var notices: Set<String> = []

  init(output: RunOutput, terminal: any Terminal, style: Style, isVerbose: Bool) {
    self.terminal = terminal
    self.style = style
    self.isVerbose = isVerbose
    area = LiveArea(output: output)
  }

  mutating func receive(_ event: BatchEvent, at time: Timestamp) {
    switch event {
    case .batchStarted(let start):
      startedAt = time
      add(.line(BatchWords.head(start, style: style)))
    case .notice(let notice): note(RunWords.text(notice))
    case .buildSkipped(let build, let reason): buildSkipped(build, reason)
    case .buildFinished(let build, let result): buildFinished(build, result)
    case .build(let build, let event): remark(on: event, of: build)
    case .buildStarted, .batchFinished: break
    }
    progress.receive(event)
    if case .batchFinished(let result) = event { return end(result) }
    tick(at: time)
  }

  /// Draws when it is time to.
  mutating func tick(at time: Timestamp) {
    guard let startedAt else { return finishItems() }
    if let drawnAt, time >= drawnAt, time.since(drawnAt) < Int64(BatchTree.interval) * 1_000 {
      return
    }
    drawnAt = time
    let size = size
    let frame = TreeFrame(size: size, style: style, now: time)
    area.draw(
      frame.lines(&progress, startedAt: startedAt), below: takeItems(), size: size)
  }

  /// Gives the terminal back.
  mutating func flush() {
    area.end(with: takeItems(), size: size)
    drawnAt = nil
  }

  private mutating func end(_ result: BatchResult) {
    let summary = BatchSummary(
      progress: progress, result: result, style: style, isComplete: isVerbose)
    for line in [""] + summary.lines { add(.line(line)) }
    startedAt = nil
    finishItems()
  }

  /// Writes what is to be told outside of the batch.
  private mutating func finishItems() {
    if !items.isEmpty { area.end(with: takeItems(), size: size) }
  }

  private var size: TerminalSize { terminal.size() ?? TerminalSize(columns: 80, rows: 24) }

  private mutating func takeItems() -> [LiveArea.Item] {
    endSkips()
    defer { items = [] }
    return items
  }

  // MARK: Lines that stay

  private mutating func add(_ item: LiveArea.Item) {
    endSkips()
    items.append(item)
  }

  /// Counts the builds that were skipped one after the other, but not told.
  private mutating func endSkips() {
    let more = skips - Self.toldSkips
    skips = 0
    guard more > 0 else { return }
    let text = "\(BatchMarks(style: style).skipped) … and \(more) more"
    items.append(.line("\(text) build\(more == 1 ? " is" : "s are") skipped"))
  }

  private mutating func buildSkipped(_ build: Int, _ reason: SkipReason) {
    skips += 1
    guard skips <= Self.toldSkips else { return }
    let words = BatchWords(names: progress.names).skip(reason)
    let mark = BatchMarks(style: style).skipped
    items.append(.line("\(mark) \(progress.names.padded(build))  \(words)"))
  }

  private mutating func buildFinished(_ build: Int, _ result: BatchBuildResult) {
    let failure = progress.failure(of: build, at: result)
    let ignores = progress.builds.indices.contains(build) && progress.builds[build].ignoresFailure
    let mark = BatchMarks(style: style).mark(result.status, isIgnored: ignores)
    let time = style.dim(RunTime.duration(result.microseconds))
    var line = "\(mark) \(progress.names.padded(build))  \(time)"
    if result.status != .succeeded { line += "  \(words(result.status, failure))" }
    add(.line(line))
    if isVerbose { tellPhases(of: build) }
    for text in failure?.excerpt ?? [] { add(.line(style.dim("  │ ") + text)) }
  }

  private func words(_ status: BuildStatus, _ failure: BuildFailure?) -> String {
    let word = BatchMarks(style: style).styled(status.rawValue, status)
    guard let reason = failure?.reason, !reason.isEmpty else { return word }
    return status == .failed ? reason : "\(word): \(reason)"
  }

  private mutating func tellPhases(of build: Int) {
    let phases = (progress.running[build]?.phases ?? []).map { phase in
      "\(phase.phase.rawValue) \(RunTime.duration(phase.microseconds))"
    }
    if !phases.isEmpty { add(.line(style.dim("  │ " + phases.joined(separator: ", ")))) }
  }

  // MARK: Notices

  private mutating func remark(on event: RunEvent, of build: Int) {
    switch event {
    case .notice(let notice): note(RunWords.text(notice), of: build)
    case .artifactStep(let step):
      if let remark = RunWords.remark(step) { note("artifacts: \(remark)", of: build) }
    default: break
    }
  }

  private mutating func note(_ text: String, of build: Int) {
    guard isVerbose || notices.count < Self.toldNotices, notices.insert(text).inserted || isVerbose
    else { return }
    note("[\(progress.names[build])] \(text)")
  }

  private mutating func note(_ text: String) {
    add(.note(style.yellow("notice: ") + text))
  }
}
