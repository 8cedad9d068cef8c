import BatchExecution
import BuildExecution

/// The lines about a batch that goes on, as they fit on a terminal.
struct TreeFrame {
  struct Line: Equatable {
    var text: String
    /// Columns that it takes.
    var width: Int
  }

  let size: TerminalSize
  let style: Style
  let now: Timestamp

  /// Columns for the name of a phase, where there is room.
  private static let phaseWidth = 16
  /// Columns from which on phases are told.
  private static let phaseColumns = 72
  /// Columns below which a line of output tells nothing.
  private static let lineColumns = 8

  /// A terminal breaks a line that reaches its last column.
  private var columns: Int { max(1, size.columns - 1) }

  /// One line stays free for what was written before.
  private var rows: Int { max(1, size.rows - 1) }

  /// The builds that run, those that run the longest first, and the counts of all.
  func lines(_ progress: inout BatchProgress, startedAt: Timestamp) -> [Line] {
    let order = progress.running.sorted { left, right in
      (left.value.start.startedAt, left.key) < (right.value.start.startedAt, right.key)
    }.map(\.key)
    let room = order.count < rows ? order.count : max(0, rows - 2)
    var lines = order.prefix(room).map { row($0, &progress) }
    if order.count > room, rows > 1 {
      lines.append(dimmed("… and \(order.count - room) more"))
    }
    lines.append(counts(progress, startedAt))
    return lines
  }

  private func row(_ build: Int, _ progress: inout BatchProgress) -> Line {
    let running = progress.running[build]
    let time = Self.clock(now.since(running?.start.startedAt ?? now))
    let mark = "▸ "
    var rest = columns - 2
    let name = cell(progress.names[build], min(progress.names.longest, max(6, columns / 3)), &rest)
    let hasPhase = columns >= Self.phaseColumns
    let phase = hasPhase ? cell(running?.phase?.rawValue ?? "", Self.phaseWidth, &rest) : ""
    let padding = String(repeating: " ", count: max(0, 5 - time.utf8.count))
    let shownTime = cell(padding + time, max(5, time.utf8.count), &rest)
    let line =
      rest < Self.lineColumns ? "" : DisplayWidth.cut(progress.lastLine(of: build), to: rest)
    let plain = name + phase + shownTime + line
    let text = style.blue(mark) + name + style.cyan(phase) + shownTime + style.dim(line)
    return Line(text: text, width: 2 + DisplayWidth.of(plain))
  }

  /// The text and two spaces, as far as there is room.
  private func cell(_ text: String, _ width: Int, _ rest: inout Int) -> String {
    let cell = DisplayWidth.pad(DisplayWidth.pad(text, to: width) + "  ", to: min(width + 2, rest))
    rest -= min(width + 2, rest)
    return cell
  }

  private func counts(_ progress: BatchProgress, _ startedAt: Timestamp) -> Line {
    let counts = [
      (progress.running.count, "running"), (progress.waiting, "waiting"),
      (progress.succeeded, "done"), (progress.failed, "failed"), (progress.skipped, "skipped"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return dimmed("\(Self.clock(now.since(startedAt)))  \(counts)")
  }

  private func dimmed(_ text: String) -> Line {
    let text = DisplayWidth.cut(text, to: columns)
    return Line(text: style.dim(text), width: DisplayWidth.of(text))
  }

  /// `0:05`, `12:34` or `1:02:03`.
  static func clock(_ microseconds: Int64) -> String {
    let seconds = microseconds / 1_000_000
    func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let short = "\(padded(seconds % 60))"
    let minutes = seconds / 60
    return minutes < 60
      ? "\(minutes):\(short)" : "\(minutes / 60):\(padded(minutes % 60)):\(short)"
  }
}
